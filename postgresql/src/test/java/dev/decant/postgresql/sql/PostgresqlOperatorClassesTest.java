package dev.decant.postgresql.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.model.DataType;
import dev.decant.postgresql.LiveDatabase;
import dev.decant.testkit.postgresql.TestServers;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PostgresqlOperatorClassesTest {
    private static final String DEFAULTS = """
            SELECT m.amname || ' ' || o.opcname || ' ' || o.opcintype::regtype
            FROM pg_opclass o
            JOIN pg_am m ON m.oid = o.opcmethod
            WHERE o.opcdefault
              AND o.opcintype::regtype::text
                !~ '^(name|oid|oidvector|"char"|record|xid|xid8|cid|tid|aclitem|anymultirange|anyarray|anyenum|anyrange)$'
            """;

    static List<String> majors() {
        return TestServers.majors();
    }

    @ParameterizedTest
    @MethodSource("majors")
    void what_the_server_takes_by_itself_is_known(String major) throws SQLException {
        try (LiveDatabase live = LiveDatabase.open(major)) {
            assertThat(live.query(DEFAULTS)).filteredOn(line -> !isKnown(line)).isEmpty();
        }
    }

    private static boolean isKnown(String line) {
        List<String> words = List.of(line.replace("\"", "").split(" ", 3));
        return PostgresqlOperatorClasses.isUsual(words.get(0), DataType.parse(words.get(2)), words.get(1));
    }
}
