package dev.decant.postgresql.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.model.DataType;
import dev.decant.postgresql.LiveDatabase;
import java.sql.SQLException;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NullUnmarked
class PostgresqlTypesTest {
    private static LiveDatabase live;

    @BeforeAll
    static void open() throws SQLException {
        live = LiveDatabase.open();
    }

    @AfterAll
    static void close() throws SQLException {
        live.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "int",
                "int2",
                "INT4",
                "int8",
                "float4",
                "float8",
                "float",
                "float(10)",
                "float(24)",
                "float(25)",
                "decimal",
                "dec(5)",
                "numeric(5,1)",
                "numeric(5)",
                "bool",
                "varchar",
                "varchar(3)",
                "char",
                "char(3)",
                "CHARACTER  VARYING(7)",
                "nchar(2)",
                "national character varying(4)",
                "bpchar",
                "bpchar(3)",
                "text",
                "varbit",
                "varbit(3)",
                "bit",
                "bit(3)",
                "bit varying(4)",
                "timestamp",
                "timestamptz",
                "timestamp(3)",
                "timestamptz(0)",
                "timestamp(2) with time zone",
                "time",
                "timetz",
                "time(1)",
                "time(4) with time zone",
                "interval",
                "interval(2)",
                "interval year to month",
                "bytea",
                "uuid",
                "json",
                "jsonb",
                "xml",
                "inet",
                "cidr",
                "macaddr8",
                "money",
                "date",
                "point",
                "tsvector",
                "int4range",
                "int[]",
                "varchar(3)[]",
                "numeric(5,1)[]",
                "timestamptz(3)[]",
                "char[]",
                "text[][]",
                "pg_catalog.int4",
                "jsonpath",
                "oid",
                "name",
                "tsmultirange"
            })
    void the_canonical_spelling_is_the_servers(String spelling) throws SQLException {
        DataType type = PostgresqlTypes.canonical(DataType.parse(spelling));
        live.execute("CREATE TABLE t (c " + spelling + ")");
        String servers = live.query(
                        "SELECT format_type(atttypid, atttypmod) FROM pg_attribute WHERE attrelid = 't'::regclass AND attnum = 1")
                .getFirst();
        live.execute("DROP TABLE t");
        assertThat(type).hasToString(servers);
        assertThat(PostgresqlTypes.canonical(type)).isEqualTo(type);
    }
}
