package dev.decant.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.database.Scope;
import dev.decant.model.Schema;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What roles may do with the types of several ranges and the functions that come with range types. */
class RangePrivilegesTest {
    private static final Scope WITH_PRIVILEGES = Scope.EVERYTHING.withPrivileges(true);

    private static final String NEAR_AND_FAR = """
            CREATE SCHEMA app; CREATE TYPE days AS RANGE (SUBTYPE = date, MULTIRANGE_TYPE_NAME = app.many_days);
            """;

    @ParameterizedTest
    @ValueSource(strings = {"14", "17", "18"})
    void they_lose_what_default_privileges_no_longer_give(String major) throws SQLException {
        String given = """
                ALTER DEFAULT PRIVILEGES GRANT USAGE ON TYPES TO pg_monitor WITH GRANT OPTION;
                ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
                """;
        between(major, given + NEAR_AND_FAR, NEAR_AND_FAR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"14", "18"})
    void a_range_type_that_is_built_again_gets_no_more_than_it_had(String major) throws SQLException {
        String defaults = """
                ALTER DEFAULT PRIVILEGES GRANT USAGE ON TYPES TO pg_monitor;
                ALTER DEFAULT PRIVILEGES GRANT EXECUTE ON FUNCTIONS TO pg_monitor;
                ALTER DEFAULT PRIVILEGES REVOKE USAGE ON TYPES FROM PUBLIC;
                """;
        between(major, NEAR_AND_FAR + defaults, NEAR_AND_FAR.replace("= date", "= timestamptz"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"14", "18"})
    void a_range_type_that_was_renamed_stands_in_the_way_of_nothing(String major) throws SQLException {
        String renamed = NEAR_AND_FAR + "ALTER TYPE days RENAME TO dates; ALTER TYPE app.many_days SET SCHEMA public;";
        try (LiveDatabase live = LiveDatabase.open(major);
                LiveDatabase wanted = LiveDatabase.open(major)) {
            live.execute("ALTER DEFAULT PRIVILEGES GRANT EXECUTE ON FUNCTIONS TO pg_monitor;" + renamed);
            wanted.execute(renamed);
            live.migrate(access(live), access(wanted));
            assertThat(live.inspect()).isEqualTo(wanted.inspect());
        }
    }

    private static void between(String major, String before, String after) throws SQLException {
        try (LiveDatabase live = LiveDatabase.open(major);
                LiveDatabase wanted = LiveDatabase.open(major)) {
            live.execute(before);
            wanted.execute(after);
            Schema then = access(live);
            Schema now = access(wanted);
            live.migrate(then, now);
            assertThat(access(live)).isEqualTo(now);
            live.migrate(now, then);
            assertThat(access(live)).isEqualTo(then);
        }
    }

    private static Schema access(LiveDatabase live) throws SQLException {
        return LiveDatabase.DATABASE.inspect(live.connection(), WITH_PRIVILEGES);
    }
}
