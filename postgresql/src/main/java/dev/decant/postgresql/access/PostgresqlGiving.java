package dev.decant.postgresql.access;

import static dev.decant.postgresql.sql.PostgresqlText.SYNTAX;
import static dev.decant.postgresql.sql.PostgresqlText.name;

import dev.decant.change.AlterObject;
import dev.decant.change.Change;
import dev.decant.change.CreateObject;
import dev.decant.dialect.DataCheck;
import dev.decant.failure.Counted;
import dev.decant.model.ownership.Ownership;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The questions whether things may be given to a role: by who is a member of it, and may act as it, and to one that may make such things where
 * they are (the manual's pages of ALTER TABLE, ALTER SCHEMA and so on, OWNER TO). A superuser may give all but what only superusers own. Of a
 * role or a schema that is not there yet nothing is known.
 */
public final class PostgresqlGiving {
    private static final String QUESTION = "SELECT count(*) FROM pg_catalog.pg_roles r, pg_catalog.pg_roles me"
            + " WHERE r.rolname = %s AND me.rolname = current_user AND %s";

    /** Since PostgreSQL 16 a member may be kept from acting as the role, or from having its rights without asking. */
    private static final String NO_MEMBER =
            "NOT me.rolsuper AND NOT (pg_has_role(r.oid, 'USAGE') AND pg_has_role(r.oid,"
                    + " CASE WHEN current_setting('server_version_num')::integer < 160000 THEN 'MEMBER' ELSE 'SET' END))";

    private PostgresqlGiving() {}

    /** Those about a change. */
    public static List<DataCheck> of(Change change) {
        return switch (change) {
            case CreateObject(Ownership ownership) -> of(ownership);
            case AlterObject(Ownership before, Ownership after) -> of(after);
            default -> List.of();
        };
    }

    private static List<DataCheck> of(Ownership ownership) {
        DataCheck membership =
                check(ownership, "this user is no member of " + ownership.role() + ", or may not act as it", NO_MEMBER);
        return Stream.concat(Stream.of(membership), right(ownership).stream()).toList();
    }

    private static Optional<DataCheck> right(Ownership ownership) {
        String role = ownership.role();
        return switch (ownership.thing()) {
            case EVENT_TRIGGER, FOREIGN_DATA_WRAPPER ->
                Optional.of(check(ownership, role + " is no superuser", "NOT r.rolsuper"));
            case PUBLICATION ->
                Optional.of(check(
                        ownership,
                        role + " may make nothing in this database",
                        "NOT me.rolsuper AND NOT has_database_privilege(r.oid, current_database(), 'CREATE')"));
            case SCHEMA ->
                Optional.of(check(
                        ownership,
                        "this user may make nothing in this database",
                        "NOT has_database_privilege(current_database(), 'CREATE')"));
            case LANGUAGE, SERVER -> Optional.empty();
            default ->
                Optional.of(check(
                        ownership,
                        role + " may make nothing in the schema "
                                + ownership.name().schema(),
                        "NOT me.rolsuper AND NOT has_schema_privilege(r.oid, to_regnamespace("
                                + SYNTAX.literal(name(ownership.name().schema())) + "), 'CREATE')"));
        };
    }

    private static DataCheck check(Ownership ownership, String why, String condition) {
        String words = "role cannot own " + ownership.name() + ownership.signature() + ": " + why;
        return new DataCheck(
                DataCheck.Kind.MISFIT,
                new Counted(words, words),
                QUESTION.formatted(SYNTAX.literal(ownership.role()), condition),
                Optional.empty());
    }
}
