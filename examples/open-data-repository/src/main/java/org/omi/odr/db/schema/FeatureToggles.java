package org.omi.odr.db.schema;

import dev.decant.dsl.Column;
import dev.decant.dsl.PgTable;

/** A part of the site that can be switched on and off. */
public final class FeatureToggles extends PgTable {
    public final Column<Integer> id = serial().primaryKey();
    public final Column<String> featureName = varchar(255).notNull().unique();
    public final Column<Boolean> isEnabled = bool().notNull();
    public final Column<Boolean> defaultState = bool().notNull();
}
