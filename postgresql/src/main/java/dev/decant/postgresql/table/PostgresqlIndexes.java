package dev.decant.postgresql.table;

import static dev.decant.postgresql.sql.PostgresqlText.name;
import static dev.decant.postgresql.sql.PostgresqlText.sql;
import static dev.decant.postgresql.sql.PostgresqlText.statement;

import dev.decant.dialect.Hazard;
import dev.decant.dialect.Statement;
import dev.decant.dialect.UnsupportedChangeException;
import dev.decant.model.Expression;
import dev.decant.model.Index;
import dev.decant.model.ObjectName;
import dev.decant.postgresql.sql.PostgresqlExpressions;
import dev.decant.postgresql.sql.PostgresqlLocks;
import dev.decant.postgresql.sql.PostgresqlText;
import dev.decant.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Indexes that no constraint owns. */
public final class PostgresqlIndexes {
    /** The method that CREATE INDEX takes when none is named. */
    static final String USUAL_METHOD = "btree";

    private PostgresqlIndexes() {}

    public static List<Statement> create(ObjectName table, Index index) {
        List<Statement> statements = new ArrayList<>();
        statements.add(createIndex(table, index, definition(table, index, false)));
        statements.addAll(PostgresqlIndexStorage.finish(table, index.name(), index.storage()));
        if (!index.comment().isEmpty()) {
            statements.add(PostgresqlTableComments.onPart(table, index));
        }
        return statements;
    }

    /** The same for an index that may have come with its partition, under the name that it shall have. */
    static List<Statement> createUnlessThere(ObjectName table, Index index) {
        List<Statement> statements = new ArrayList<>(create(table, index));
        statements.set(0, createIndex(table, index, definition(table, index, "IF NOT EXISTS")));
        return statements;
    }

    private static Statement createIndex(ObjectName table, Index index, Sql definition) {
        Statement statement = statement(definition)
                .explained(PostgresqlLocks.index(table))
                .with(
                        Hazard.Kind.BLOCKING,
                        "writers of " + table + " wait while the index " + index.name() + " is built");
        return index.unique()
                ? statement.with(
                        Hazard.Kind.DATA_DEPENDENT,
                        "fails when two rows of " + table + " share a key of " + index.name())
                : statement;
    }

    /** The statement that makes an index, while writers wait or concurrently. */
    static Sql definition(ObjectName table, Index index, boolean concurrently) {
        return definition(table, index, concurrently ? "CONCURRENTLY" : "");
    }

    private static Sql definition(ObjectName table, Index index, String how) {
        Sql sql = sql("CREATE")
                .when(index.unique(), "UNIQUE")
                .words("INDEX")
                .when(!how.isEmpty(), how)
                .name(index.name())
                .words("ON")
                .when(PostgresqlIndexStorage.isInvalid(index.storage()), "ONLY")
                .text(name(table));
        String method = index.method();
        sql.when(
                !method.isEmpty() && !method.equals(USUAL_METHOD),
                using -> using.words("USING").name(method));
        sql.list(index.keys(), PostgresqlIndexes::key)
                .when(!index.include().isEmpty(), more -> more.words("INCLUDE").list(index.include()))
                .when(index.nullsNotDistinct(), "NULLS NOT DISTINCT");
        PostgresqlIndexStorage.write(sql, index.storage());
        PostgresqlIndexStorage.writeTablespace(sql, "TABLESPACE", index.storage());
        index.predicate().ifPresent(predicate -> sql.words("WHERE").parenthesized(predicate.sql()));
        return sql;
    }

    /** One key, as it stands in the list of an index or an exclusion constraint. */
    static void key(Sql sql, Index.Key key) {
        switch (key.subject()) {
            case Index.Subject.OfColumn(String column) -> sql.name(column);
            case Index.Subject.OfExpression(Expression expression) -> expression(sql, expression);
        }
        key.collation().ifPresent(collation -> sql.words("COLLATE").text(name(collation)));
        key.operatorClass().ifPresent(operators -> operators(sql, operators));
        sql.when(key.descending(), "DESC");
        switch (key.nulls()) {
            case DEFAULT -> {}
            case FIRST -> sql.words("NULLS FIRST");
            case LAST -> sql.words("NULLS LAST");
        }
    }

    /** A call stands as it is, anything else in parentheses. */
    private static void expression(Sql sql, Expression expression) {
        if (PostgresqlExpressions.isCall(expression)) {
            sql.text(expression.sql());
        } else {
            sql.parenthesized(expression.sql());
        }
    }

    private static void operators(Sql sql, Index.OperatorClass operators) {
        sql.text(name(operators.name()));
        sql.when(!operators.parameters().isEmpty(), more -> PostgresqlText.parameters(more, operators.parameters()));
    }

    public static List<Statement> drop(ObjectName table, Index index) {
        return List.of(statement(sql("DROP INDEX").text(name(table.withLocal(index.name()))))
                .explained(PostgresqlLocks.moment(table)));
    }

    /** An index of a partitioned table goes with the constraints of partitions that its parts hold. */
    static List<Statement> dropWithOthers(ObjectName table, Index index) {
        return List.of(statement(sql("DROP INDEX")
                        .text(name(table.withLocal(index.name())))
                        .words("CASCADE"))
                .explained(PostgresqlLocks.moment(table)));
    }

    static List<Statement> rename(ObjectName table, String before, String after) {
        return List.of(statement(sql("ALTER INDEX")
                        .text(name(table.withLocal(before)))
                        .words("RENAME TO")
                        .name(after))
                .explained(PostgresqlLocks.gentle(table.withLocal(before))));
    }

    /** Whether an index becomes another without being built anew. */
    public static boolean altersInPlace(Index before, Index after) {
        return before.withComment("")
                        .withStorage(Map.of())
                        .equals(after.withComment("").withStorage(Map.of()))
                && PostgresqlIndexStorage.altersInPlace(before.storage(), after.storage());
    }

    /**
     * The same index with another comment or stored otherwise.
     *
     * @throws UnsupportedChangeException when anything else differs
     */
    public static List<Statement> alter(ObjectName table, Index before, Index after) {
        if (!altersInPlace(before, after)) {
            throw new UnsupportedChangeException(
                    "index " + after.name() + " of " + table,
                    "PostgreSQL changes no index in place",
                    "drop it and create it again");
        }
        List<Statement> statements =
                new ArrayList<>(PostgresqlIndexStorage.alter(table, after.name(), before.storage(), after.storage()));
        if (!before.comment().equals(after.comment())) {
            statements.add(PostgresqlTableComments.onPart(table, after));
        }
        return statements;
    }
}
