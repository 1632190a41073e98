package org.omi.odr.db.schema;

import dev.decant.dsl.Column;
import dev.decant.dsl.PgTable;
import java.time.OffsetDateTime;

/** Somebody who can sign in. */
public final class Users extends PgTable {
    public static final Users USERS = new Users();

    public final Column<Integer> id = serial().primaryKey();
    public final Column<String> email = varchar();
    public final Column<Boolean> isActive = bool().notNull().defaultTo(true);
    public final Column<Boolean> isSuperuser = bool().notNull().defaultTo(false);
    public final Column<OffsetDateTime> createdAt = timestamptz().defaultNow();
    public final Column<OffsetDateTime> updatedAt = timestamptz();
    public final Column<Boolean> dcoAccepted = bool().notNull().defaultTo(false);
    public final Column<String> name = varchar(255);
    public final Column<OffsetDateTime> emailVerified = timestamptz().named("emailVerified");
    public final Column<String> image = varchar(1024);
}
