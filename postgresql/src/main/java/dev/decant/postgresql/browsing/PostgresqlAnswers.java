package dev.decant.postgresql.browsing;

import dev.decant.database.browsing.BoundSqlBuilder;
import dev.decant.database.browsing.Query;
import dev.decant.database.browsing.RelationColumn;
import dev.decant.sql.Lexer;
import dev.decant.sql.SqlSyntaxException;
import dev.decant.sql.Syntax;
import dev.decant.sql.Token;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/** What statements that somebody typed give, in PostgreSQL's own names of types. */
final class PostgresqlAnswers {
    private static final Set<String> QUERIES = Set.of("select", "with", "values", "table");

    /** Words with which a query writes, which one inside another may not. */
    private static final Set<String> WRITING = Set.of("insert", "update", "delete", "merge", "into");

    /** What the driver calls numbers that a sequence gives. */
    private static final Map<String, String> NUMBERED =
            Map.of("serial", "int4", "bigserial", "int8", "smallserial", "int2");

    private static final String TYPE = """
            SELECT pg_catalog.format_type(t.oid, CAST(nullif(CAST(? AS text), '-1') AS int4)), CASE WHEN t.typtype = 'e' THEN 'enum'
                WHEN t.typtype IN ('r', 'm') THEN 'range' WHEN t.typtype = 'c' THEN 'composite'
                WHEN t.typcategory = 'A' AND t.typelem <> 0 THEN 'array' ELSE t.typname END, pg_catalog.format_type(t.oid, -1)
            FROM pg_catalog.pg_type t WHERE t.oid = pg_catalog.to_regtype(?)""";

    private PostgresqlAnswers() {}

    static boolean isInTransaction(Connection connection) throws SQLException {
        return connection.unwrap(BaseConnection.class).getTransactionState() != TransactionState.IDLE;
    }

    /** Asks for no row of it: the server looks at the statement and carries nothing of it out. */
    static Optional<Query> query(Connection connection, String statement) throws SQLException {
        if (!canStandInside(statement)) {
            return Optional.empty();
        }
        boolean within = isInTransaction(connection);
        try (Statement look = connection.createStatement()) {
            look.setEscapeProcessing(false);
            if (within) {
                look.execute("SAVEPOINT decant_look");
            }
            Optional<Query> query = looked(connection, look, statement);
            if (within) {
                look.execute("ROLLBACK TO SAVEPOINT decant_look");
                look.execute("RELEASE SAVEPOINT decant_look");
            }
            return query;
        }
    }

    /** What is wrong with a statement is told where it is run. */
    private static Optional<Query> looked(Connection connection, Statement look, String statement) {
        try (ResultSet none = look.executeQuery("SELECT * FROM (" + statement + "\n) AS asked LIMIT 0")) {
            List<RelationColumn> columns = columns(connection, none.getMetaData());
            return columns.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Query(
                            new BoundSqlBuilder(Syntax.POSTGRESQL)
                                    .typed(statement)
                                    .build(),
                            columns,
                            0));
        } catch (SQLException wrong) {
            return Optional.empty();
        }
    }

    private static boolean canStandInside(String statement) {
        try {
            List<String> words = Lexer.code(statement, Syntax.POSTGRESQL).stream()
                    .filter(token -> !token.isSign("("))
                    .map(token -> token.kind() == Token.Kind.WORD ? token.text().toLowerCase(Locale.ROOT) : "")
                    .toList();
            return !words.isEmpty()
                    && QUERIES.contains(words.getFirst())
                    && words.stream().noneMatch(WRITING::contains);
        } catch (SqlSyntaxException wrong) {
            return false;
        }
    }

    static List<RelationColumn> columns(Connection connection, ResultSetMetaData told) throws SQLException {
        List<RelationColumn> columns = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(TYPE)) {
            for (int i = 1; i <= told.getColumnCount(); i++) {
                columns.add(column(statement, told, i));
            }
        }
        return columns;
    }

    private static RelationColumn column(PreparedStatement statement, ResultSetMetaData told, int place)
            throws SQLException {
        String driver = told.getColumnTypeName(place);
        String name = NUMBERED.getOrDefault(driver, driver);
        statement.setString(1, modifier(told, place, name));
        statement.setString(2, name);
        try (ResultSet type = statement.executeQuery()) {
            boolean known = type.next();
            return new RelationColumn(
                    told.getColumnLabel(place),
                    known ? type.getString(1) : name,
                    known ? type.getString(2) : name,
                    known ? type.getString(3) : name,
                    false,
                    "",
                    false,
                    "",
                    "",
                    List.of());
        }
    }

    /** Length and precision as the server keeps them (varchar.c, varbit.c, numeric.c); -1 for none. */
    private static String modifier(ResultSetMetaData told, int place, String name) throws SQLException {
        int precision = told.getPrecision(place);
        boolean bounded = precision > 0 && precision < Integer.MAX_VALUE;
        int modifier = switch (name) {
            case "bit", "varbit" -> bounded ? precision : -1;
            case "varchar", "bpchar" -> bounded ? precision + 4 : -1;
            case "numeric" -> bounded ? (precision << 16 | told.getScale(place) & 0x7ff) + 4 : -1;
            default -> -1;
        };
        return String.valueOf(modifier);
    }
}
