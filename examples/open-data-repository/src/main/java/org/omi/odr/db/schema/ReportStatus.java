package org.omi.odr.db.schema;

import dev.decant.dsl.Named;

/** How far a report has come. */
@Named("reportstatus")
public enum ReportStatus {
    PENDING,
    REVIEWED,
    RESOLVED
}
