package org.omi.odr.db.schema;

import dev.decant.dsl.Column;
import dev.decant.dsl.PgTable;

/** An account at an identity provider with which a user signs in. */
public final class Accounts extends PgTable {
    public final Column<Integer> id = serial().primaryKey();
    public final Column<Integer> userId = integer().named("userId").notNull();
    public final Column<String> type = varchar(255).notNull();
    public final Column<String> provider = varchar(255).notNull();
    public final Column<String> providerAccountId =
            varchar(255).named("providerAccountId").notNull();
    public final Column<String> refreshToken = varchar();
    public final Column<String> accessToken = varchar();
    public final Column<Long> expiresAt = bigint();
    public final Column<String> idToken = varchar();
    public final Column<String> scope = varchar();
    public final Column<String> sessionState = varchar();
    public final Column<String> tokenType = varchar();
}
