package dev.decant.postgresql;

import java.sql.SQLException;
import java.util.List;

/** What random scripts share with all databases of a server: roles, tablespaces, subscriptions. */
final class ScriptServer {
    /** The names of the roles that scripts make. */
    static final String ROLES = "decant_role_*";

    /** An owner of views can read what they show, or nothing could be made of them. */
    private static final String READER = """
            DO $$ BEGIN CREATE ROLE decant_reader IN ROLE pg_read_all_data;
            EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$""";

    private ScriptServer() {}

    /** Makes the server of an empty database what scripts count on: without roles of a script before, with tablespaces in its own folder. */
    static void prepare(LiveDatabase live) throws SQLException {
        live.execute(READER);
        List<String> roles = live.query("SELECT quote_ident(rolname) FROM pg_roles WHERE rolname ~ '^decant_role_'");
        if (!roles.isEmpty()) {
            live.execute("DROP ROLE " + String.join(", ", roles));
        }
        makeTablespaces(live);
    }

    /** Makes the tablespaces of the server, if they are not there; what runs beside scripts may have use for them too. */
    static synchronized void makeTablespaces(LiveDatabase live) throws SQLException {
        List<String> spaces = live.query("SELECT spcname FROM pg_tablespace");
        for (String space : List.of("decant_space_1", "decant Space 2")) {
            if (!spaces.contains(space)) {
                live.execute("SET allow_in_place_tablespaces = true");
                live.execute("CREATE TABLESPACE \"" + space + "\" LOCATION ''");
            }
        }
    }

    /** Gives some of what a script made, but no table, to another role, each time the same for the same salt. */
    static void giveAway(LiveDatabase live, String salt) throws SQLException {
        live.execute("""
                DO $$ DECLARE one text; BEGIN
                    FOR one IN
                        SELECT x.what FROM (
                            SELECT 'TABLE ' || c.oid::regclass FROM pg_class c
                            WHERE c.relkind IN ('v', 'm') AND c.oid >= 16384
                            UNION ALL SELECT 'ROUTINE ' || p.oid::regprocedure FROM pg_proc p WHERE p.oid >= 16384
                            UNION ALL SELECT 'TYPE ' || t.oid::regtype FROM pg_type t
                            WHERE t.typtype IN ('e', 'd', 'c', 'r') AND t.oid >= 16384
                            UNION ALL SELECT 'SCHEMA ' || n.oid::regnamespace FROM pg_namespace n
                            WHERE n.oid >= 16384 AND n.nspname !~ '^pg_'
                            UNION ALL SELECT format('STATISTICS %I.%I', n.nspname, s.stxname)
                            FROM pg_statistic_ext s JOIN pg_namespace n ON n.oid = s.stxnamespace
                        ) x (what)
                        WHERE abs(hashtext(x.what || '#')) % 5 = 0 ORDER BY 1
                    LOOP
                        BEGIN
                            EXECUTE format('ALTER %s OWNER TO decant_reader', one);
                        EXCEPTION WHEN others THEN NULL;
                        END;
                    END LOOP;
                END $$""".replace("#", salt));
    }

    /** A database that subscribes to anything cannot be dropped. */
    static void forget(LiveDatabase live) throws SQLException {
        for (String each : live.query("SELECT quote_ident(subname) FROM pg_subscription JOIN pg_database d"
                + " ON d.oid = subdbid WHERE datname = current_database()")) {
            live.execute("DROP SUBSCRIPTION " + each);
        }
    }
}
