package dev.decant.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.config.Globs;
import dev.decant.database.Scope;
import dev.decant.model.Schema;
import dev.decant.model.role.Membership;
import dev.decant.model.role.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What roles may do, and the roles themselves, on their way into Java and back. */
final class PulledAccessTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"14", "18"})
    void privileges_of_every_kind_come_back(String major) throws SQLException, IOException {
        try (LiveDatabase database = LiveDatabase.open(major)) {
            database.execute("""
                    CREATE SCHEMA shop; CREATE SCHEMA "Odd (one)";
                    ALTER DEFAULT PRIVILEGES IN SCHEMA shop GRANT SELECT, INSERT ON TABLES TO pg_monitor WITH GRANT OPTION;
                    ALTER DEFAULT PRIVILEGES IN SCHEMA shop GRANT USAGE ON SEQUENCES TO PUBLIC;
                    ALTER DEFAULT PRIVILEGES GRANT USAGE ON TYPES TO pg_monitor;
                    CREATE TYPE shop.mood AS ENUM ('fine');
                    CREATE TABLE items (id integer, "key" text, note text); CREATE TABLE shop.orders (id serial PRIMARY KEY);
                    CREATE VIEW "Open (items)" AS SELECT id, note FROM items; CREATE MATERIALIZED VIEW counts AS SELECT 1 AS n;
                    CREATE SEQUENCE shop.numbers;
                    CREATE FUNCTION shop.total(a integer, shop.mood) RETURNS integer LANGUAGE sql AS 'SELECT 1';
                    CREATE FUNCTION "f(x)"() RETURNS integer LANGUAGE sql AS 'SELECT 1';
                    CREATE PROCEDURE tidy() LANGUAGE sql AS 'SELECT 1';
                    GRANT SELECT ON items TO PUBLIC; GRANT SELECT, INSERT ON items TO pg_monitor WITH GRANT OPTION;
                    GRANT UPDATE ("key", note), SELECT (id) ON items TO pg_read_all_stats;
                    GRANT SELECT (note) ON "Open (items)" TO pg_monitor WITH GRANT OPTION; GRANT SELECT ON counts TO pg_monitor;
                    GRANT ALL ON shop.orders TO pg_monitor; GRANT USAGE ON SEQUENCE shop.numbers, shop.orders_id_seq TO pg_monitor;
                    GRANT USAGE ON SCHEMA shop TO PUBLIC; GRANT USAGE, CREATE ON SCHEMA "Odd (one)" TO pg_monitor;
                    REVOKE EXECUTE ON FUNCTION shop.total(integer, shop.mood), "f(x)"() FROM PUBLIC;
                    GRANT EXECUTE ON FUNCTION "f(x)"() TO pg_monitor; REVOKE EXECUTE ON PROCEDURE tidy() FROM PUBLIC;
                    REVOKE USAGE ON TYPE shop.mood FROM PUBLIC; REVOKE TRUNCATE ON items FROM CURRENT_USER;
                    CREATE FOREIGN DATA WRAPPER far; CREATE SERVER "There (1)" FOREIGN DATA WRAPPER far;
                    GRANT USAGE ON FOREIGN DATA WRAPPER far TO pg_monitor; REVOKE USAGE ON LANGUAGE plpgsql FROM PUBLIC;
                    GRANT USAGE ON FOREIGN SERVER "There (1)" TO pg_monitor WITH GRANT OPTION;
                    """);
            new PullProof(folder, Scope.EVERYTHING.withPrivileges(true)).check(major, database);
        }
        assertThat(Files.readString(folder.resolve("src/main/java/com/acme/db/Items.java")))
                .contains(
                        "public final Access access = access()",
                        ".grantOn(\"pg_read_all_stats\", \"UPDATE\", key, note)",
                        ".grantToAll(\"SELECT\")",
                        ".grantWithOption(\"pg_monitor\", \"INSERT\", \"SELECT\")");
    }

    @ParameterizedTest
    @ValueSource(strings = {"14", "18"})
    void owners_of_every_kind_of_thing_come_back(String major) throws SQLException, IOException {
        Scope scope = Scope.EVERYTHING.withOwners(true).withPrivileges(true);
        try (LiveDatabase database = LiveDatabase.open(major)) {
            database.execute(OwnersTest.EVERYTHING);
            database.execute(OwnersTest.everythingTo("pg_monitor"));
            new PullProof(folder, scope).check(major, database);
        }
        assertThat(Files.readString(folder.resolve("src/main/java/com/acme/db/Items.java")))
                .contains("public final OwnerRole owner = owner(\"pg_monitor\");");
        assertThat(Files.readString(folder.resolve("src/main/java/com/acme/db/AccessRights.java")))
                .contains("owner(Ownership.Thing.ROUTINE, \"shop.total(integer)\", \"pg_monitor\")");
    }

    @ParameterizedTest
    @ValueSource(strings = {"14", "18"})
    void default_privileges_of_every_kind_come_back_and_go_again(String major) throws SQLException, IOException {
        String maker = "r" + ThreadLocalRandom.current().nextInt(1_000_000) + " maker";
        Scope scope = Scope.EVERYTHING.withPrivileges(true);
        try (LiveDatabase database = LiveDatabase.open(major);
                LiveDatabase bare = LiveDatabase.open(major)) {
            bare.execute("CREATE ROLE " + quoted(maker));
            Schema nothing = LiveDatabase.DATABASE.inspect(bare.connection(), scope);
            database.execute("CREATE SCHEMA \"Odd one\";"
                    + everyDefault(major).replace("@", "ALTER DEFAULT PRIVILEGES FOR ROLE " + quoted(maker)));
            new PullProof(folder, scope).check(major, database);
            Schema wanted = LiveDatabase.DATABASE.inspect(database.connection(), scope);
            bare.migrate(nothing, wanted);
            assertThat(LiveDatabase.DATABASE.inspect(bare.connection(), scope)).isEqualTo(wanted);
            bare.migrate(wanted, nothing);
            assertThat(LiveDatabase.DATABASE.inspect(bare.connection(), scope)).isEqualTo(nothing);
            database.execute("DROP OWNED BY %s; DROP ROLE %s".formatted(quoted(maker), quoted(maker)));
        }
        assertThat(Files.readString(folder.resolve("src/main/java/com/acme/db/AccessRights.java")))
                .contains(
                        "DefaultPrivileges.Things.FUNCTIONS)", ".revokeFromAll(\"EXECUTE\")", ".inSchema(\"Odd one\")");
    }

    private static String quoted(String role) {
        return '"' + role + '"';
    }

    private static String everyDefault(String major) {
        return """
                @ REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC; @ REVOKE USAGE ON TYPES FROM PUBLIC;
                @ GRANT EXECUTE ON FUNCTIONS TO pg_monitor; @ GRANT CREATE, USAGE ON SCHEMAS TO pg_monitor;
                @ REVOKE DELETE ON TABLES FROM CURRENT_USER; @ GRANT ALL ON TABLES TO pg_monitor WITH GRANT OPTION;
                @ IN SCHEMA "Odd one" GRANT SELECT ON TABLES TO PUBLIC; @ IN SCHEMA "Odd one" GRANT USAGE ON TYPES TO pg_monitor;
                @ IN SCHEMA "Odd one" GRANT UPDATE ON SEQUENCES TO pg_monitor; @ GRANT USAGE ON SEQUENCES TO PUBLIC;
                @ IN SCHEMA "Odd one" GRANT EXECUTE ON ROUTINES TO PUBLIC;
                """ + (major.equals("18") ? "@ GRANT SELECT ON LARGE OBJECTS TO pg_monitor;" : "");
    }

    @Test
    void without_being_asked_pull_says_nothing_of_them() throws SQLException, IOException {
        try (LiveDatabase database = LiveDatabase.open("18")) {
            database.execute("CREATE TABLE items (id integer); GRANT SELECT ON items TO pg_monitor;");
            new PullProof(folder).pull(database);
        }
        assertThat(Files.readString(folder.resolve("src/main/java/com/acme/db/Items.java")))
                .doesNotContain("access");
    }

    @ParameterizedTest
    @ValueSource(strings = {"14", "18"})
    void roles_come_back_with_everything_but_their_passwords(String major) throws SQLException, IOException {
        String mark = "r" + ThreadLocalRandom.current().nextInt(1_000_000);
        Scope scope = Scope.EVERYTHING
                .withPrivileges(true)
                .withRoles(Optional.of(new Globs(List.of(mark + "_*"), List.of())));
        try (LiveDatabase database = LiveDatabase.open(major)) {
            database.execute("""
                    CREATE ROLE @_staff NOINHERIT CREATEDB CREATEROLE BYPASSRLS; CREATE ROLE "@_Big Boss" SUPERUSER REPLICATION;
                    CREATE ROLE @_app LOGIN PASSWORD 'hidden' CONNECTION LIMIT 5 VALID UNTIL '2035-01-01 12:30:00+00';
                    GRANT @_staff TO @_app WITH ADMIN OPTION; GRANT @_staff TO "@_Big Boss"; GRANT pg_monitor TO @_app;
                    ALTER ROLE @_app SET search_path TO shop, "Odd"; ALTER ROLE @_app SET statement_timeout TO '5s';
                    COMMENT ON ROLE @_app IS 'it''s the app';
                    CREATE TABLE items (id integer); GRANT SELECT ON items TO @_app;
                    ALTER TABLE items ENABLE ROW LEVEL SECURITY; CREATE POLICY own ON items TO @_app USING (id > 0);
                    """.replace("@", mark));
            try {
                new PullProof(folder, scope).check(major, database);
                String roles = Files.readString(folder.resolve("src/main/java/com/acme/db/Roles.java"));
                assertThat(roles)
                        .contains(".login()", ".connectionLimit(5)", "Membership.Option.ADMIN")
                        .doesNotContain("hidden");
                assertThat(LiveDatabase.DATABASE
                                .inspect(database.connection(), scope)
                                .objects(Role.KIND))
                        .hasSize(3);
            } finally {
                database.execute("DROP TABLE items; DROP ROLE @_app, @_staff, \"@_Big Boss\";".replace("@", mark));
            }
        }
    }

    @Test
    void a_role_changes_into_any_other_and_back() throws SQLException {
        String mark = "r" + ThreadLocalRandom.current().nextInt(1_000_000);
        Scope scope = Scope.EVERYTHING.withRoles(Optional.of(new Globs(List.of(mark + "*"), List.of())));
        try (LiveDatabase live = LiveDatabase.open("18")) {
            String name = mark;
            live.execute("CREATE ROLE " + mark + "_a; CREATE ROLE " + mark + "_b; CREATE ROLE " + name + ";");
            try {
                var plain = LiveDatabase.DATABASE.inspect(live.connection(), scope);
                live.execute(
                        "ALTER ROLE @ LOGIN NOINHERIT CREATEDB CONNECTION LIMIT 3 VALID UNTIL '2031-05-05 00:00:00+00';"
                                        .replace("@", name)
                                + "GRANT @_a TO @ WITH ADMIN TRUE, INHERIT TRUE, SET FALSE; GRANT @_b TO @;"
                                        .replace("@", name)
                                + "ALTER ROLE @ SET work_mem TO '8MB'; COMMENT ON ROLE @ IS 'so';".replace("@", name));
                var full = LiveDatabase.DATABASE.inspect(live.connection(), scope);
                live.migrate(full, plain);
                assertThat(LiveDatabase.DATABASE.inspect(live.connection(), scope))
                        .isEqualTo(plain);
                live.migrate(plain, full);
                assertThat(LiveDatabase.DATABASE.inspect(live.connection(), scope))
                        .isEqualTo(full);
                assertThat(full.objects(Role.KIND))
                        .filteredOn(role -> role.name().local().equals(name))
                        .singleElement()
                        .satisfies(role -> assertThat(role.memberships())
                                .contains(new Membership(
                                        name + "_a",
                                        List.of(
                                                Membership.Option.ADMIN,
                                                Membership.Option.INHERITS,
                                                Membership.Option.SETS_NOT))));
            } finally {
                live.execute("DROP ROLE @, @_a, @_b;".replace("@", name));
            }
        }
    }
}
