package dev.decant.postgresql.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.postgresql.LiveDatabase;
import dev.decant.testkit.postgresql.TestServers;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The casts that are known, against those that servers have. */
class PostgresqlCastsTest {
    /** Types of the catalogue itself, which no column of a user has, and casts of a type to itself, which only shorten. */
    private static final String CASTS = """
            SELECT castsource::regtype || ' > ' || casttarget::regtype || ' ' || castcontext::text
            FROM pg_cast
            WHERE castsource <> casttarget
              AND castsource::regtype::text !~ '^(reg|pg_|xid|cid)'
              AND casttarget::regtype::text !~ '^(reg|pg_|xid|cid)'
            """;

    /** What not every major has: from 14 only, and new in 18. */
    private static final Set<String> NOT_EVERYWHERE = Set.of(
            "path > point",
            "bytea > smallint",
            "bytea > integer",
            "bytea > bigint",
            "smallint > bytea",
            "integer > bytea",
            "bigint > bytea");

    static List<String> majors() {
        return TestServers.majors();
    }

    @ParameterizedTest
    @MethodSource("majors")
    void every_cast_of_the_server_is_known_as_it_is(String major) throws SQLException {
        try (LiveDatabase live = LiveDatabase.open(major)) {
            Map<String, String> casts = new TreeMap<>();
            for (String cast : live.query(CASTS)) {
                int end = cast.lastIndexOf(' ');
                casts.put(cast.substring(0, end).replace("\"bit\"", "bit"), cast.substring(end + 1));
            }
            casts.keySet().removeAll(NOT_EVERYWHERE);
            assertThat(casts)
                    .allSatisfy(
                            (cast, context) -> assertThat(known(cast)).as(cast).isEqualTo(context));
            assertThat(casts.keySet())
                    .containsAll(PostgresqlCasts.all().stream()
                            .filter(cast -> !cast.contains("cidr"))
                            .toList());
        }
    }

    private static String known(String cast) {
        List<String> types = List.of(cast.split(" > ", -1));
        return PostgresqlCasts.listed(types.getFirst(), types.getLast())
                .map(context -> switch (context) {
                    case IMPLICIT -> "i";
                    case ASSIGNMENT -> "a";
                    case EXPLICIT -> "e";
                })
                .orElse("none");
    }
}
