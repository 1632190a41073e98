package dev.decant.postgresql;

import java.sql.SQLException;
import java.util.List;

/** What random scripts share with all databases of a server: roles, tablespaces, subscriptions. */
final class ScriptServer {
    /** The names of the roles that scripts make. */
    static final String ROLES = "decant_role_*";

    private static final String READER = """
            DO $$ BEGIN CREATE ROLE decant_reader; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$""";

    private ScriptServer() {}

    /** Makes the server of an empty database what scripts count on: without roles of a script before, with tablespaces in its own folder. */
    static void prepare(LiveDatabase live) throws SQLException {
        live.execute(READER);
        List<String> roles = live.query("SELECT quote_ident(rolname) FROM pg_roles WHERE rolname ~ '^decant_role_'");
        if (!roles.isEmpty()) {
            live.execute("DROP ROLE " + String.join(", ", roles));
        }
        List<String> spaces = live.query("SELECT spcname FROM pg_tablespace");
        for (String space : List.of("decant_space_1", "decant Space 2")) {
            if (!spaces.contains(space)) {
                live.execute("SET allow_in_place_tablespaces = true");
                live.execute("CREATE TABLESPACE \"" + space + "\" LOCATION ''");
            }
        }
    }

    /** A database that subscribes to anything cannot be dropped. */
    static void forget(LiveDatabase live) throws SQLException {
        for (String each : live.query("SELECT quote_ident(subname) FROM pg_subscription JOIN pg_database d"
                + " ON d.oid = subdbid WHERE datname = current_database()")) {
            live.execute("DROP SUBSCRIPTION " + each);
        }
    }
}
