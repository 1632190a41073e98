package dev.decant.postgresql.sql;

/** The namespaces that are Decant's own; no inspection shows them. */
public final class PostgresqlOwn {
    /** Where the history is. */
    public static final String NAMESPACE = "decant";

    /** How the namespaces of what was dropped and is kept begin. */
    public static final String GRAVEYARD = "decant_graveyard";

    private PostgresqlOwn() {}
}
