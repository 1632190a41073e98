package org.omi.odr.db.schema;

import dev.decant.dsl.Named;

/** Whether a piece of content can be had. */
@Named("contentstatus")
public enum ContentStatus {
    PENDING,
    AVAILABLE,
    UNAVAILABLE,
    DELISTED
}
