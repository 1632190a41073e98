package dev.decant.postgresql.table;

import static dev.decant.postgresql.sql.PostgresqlText.alterTable;
import static dev.decant.postgresql.sql.PostgresqlText.name;
import static dev.decant.postgresql.sql.PostgresqlText.sql;
import static dev.decant.postgresql.sql.PostgresqlText.statement;

import dev.decant.dialect.Hazard;
import dev.decant.dialect.Statement;
import dev.decant.model.Constraint;
import dev.decant.model.Index;
import dev.decant.model.ObjectName;
import dev.decant.model.References;
import dev.decant.postgresql.sql.PostgresqlLocks;
import dev.decant.postgresql.sql.PostgresqlNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Indexes that are built and dropped while readers and writers of their table go on; none of it can be in a transaction. */
public final class PostgresqlConcurrently {
    private PostgresqlConcurrently() {}

    static List<Statement> create(ObjectName table, Index index) {
        List<Statement> statements = new ArrayList<>();
        statements.add(build(table, index));
        statements.addAll(PostgresqlIndexStorage.finish(table, index.name(), index.storage()));
        if (!index.comment().isEmpty()) {
            statements.add(PostgresqlTableComments.onPart(table, index));
        }
        return statements;
    }

    private static Statement build(ObjectName table, Index index) {
        Statement statement = statement(PostgresqlIndexes.definition(table, index, true))
                .explained(PostgresqlLocks.concurrently(table))
                .outsideTransaction();
        return index.unique()
                ? statement.with(
                        Hazard.Kind.DATA_DEPENDENT,
                        "fails when two rows of " + table + " share a key of " + index.name())
                : statement;
    }

    static List<Statement> drop(ObjectName table, String index) {
        return List.of(statement(sql("DROP INDEX CONCURRENTLY").text(name(table.withLocal(index))))
                .explained(PostgresqlLocks.concurrently(table))
                .outsideTransaction());
    }

    /** Whether there must be another, and can be both for a while: no foreign key rests on the one that goes. */
    public static boolean replaces(Index before, Index after) {
        return !PostgresqlIndexes.altersInPlace(before, after) && !References.isKey(before);
    }

    /** The new one is built under another name, so that queries have one of the two at any time. */
    static List<Statement> replace(ObjectName table, Index before, Index after) {
        String coming = PostgresqlNames.coming(after.name());
        List<Statement> statements = new ArrayList<>();
        statements.add(build(table, after.withName(coming)));
        statements.addAll(drop(table, before.name()));
        statements.addAll(PostgresqlIndexes.rename(table, coming, after.name()));
        statements.addAll(PostgresqlIndexStorage.finish(table, after.name(), after.storage()));
        if (!after.comment().isEmpty()) {
            statements.add(PostgresqlTableComments.onPart(table, after));
        }
        return statements;
    }

    /** A key over an index that is built first. */
    static List<Statement> add(
            ObjectName table,
            Constraint key,
            List<String> columns,
            List<String> include,
            Map<String, String> storage,
            boolean nullsNotDistinct) {
        Index index = new Index(
                key.name(),
                columns.stream().map(Index.Key::of).toList(),
                true,
                PostgresqlIndexes.USUAL_METHOD,
                nullsNotDistinct,
                include,
                Optional.empty(),
                storage,
                "");
        List<Statement> statements = new ArrayList<>();
        statements.add(build(table, index));
        statements.add(
                statement(PostgresqlConstraints.usingIndex(alterTable(table).words("ADD"), key))
                        .explained(PostgresqlLocks.moment(table)));
        statements.addAll(PostgresqlConstraints.finish(table, key));
        if (!key.comment().isEmpty()) {
            statements.add(PostgresqlTableComments.onPart(table, key));
        }
        return statements;
    }
}
