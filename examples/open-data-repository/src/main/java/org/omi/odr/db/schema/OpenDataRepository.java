package org.omi.odr.db.schema;

import dev.decant.dsl.EnumeratedType;
import dev.decant.dsl.Extension;
import dev.decant.dsl.PgSchema;

/** What the database has besides its tables and the enums that they use. */
public final class OpenDataRepository extends PgSchema {
    public final Extension vector = extension("vector");
    public final EnumeratedType userType = enumType(UserType.class);
}
