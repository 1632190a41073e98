package org.omi.odr.db.schema;

import dev.decant.dsl.Column;
import dev.decant.dsl.PgTable;
import dev.decant.dsl.PrimaryKey;
import java.time.OffsetDateTime;

/** A token that proves that an address belongs to somebody. */
public final class VerificationToken extends PgTable {
    public final Column<String> identifier = varchar().notNull();
    public final Column<String> token = varchar().notNull();
    public final Column<OffsetDateTime> expires = timestamptz().notNull();

    public final PrimaryKey key = primaryKey(identifier, token);
}
