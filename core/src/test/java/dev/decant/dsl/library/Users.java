package dev.decant.dsl.library;

import dev.decant.dsl.Column;
import dev.decant.dsl.PgTable;
import java.time.OffsetDateTime;

final class Users extends PgTable {
    public static final Users USERS = new Users();

    public final Column<Integer> id = serial().primaryKey();
    public final Column<String> email = varchar();
    public final Column<Boolean> isActive = bool().notNull().defaultTo(true);
    public final Column<OffsetDateTime> createdAt = timestamptz().defaultNow();
    public final Column<String> name = varchar(255);
    public final Column<OffsetDateTime> emailVerified = timestamptz().named("emailVerified");
}
