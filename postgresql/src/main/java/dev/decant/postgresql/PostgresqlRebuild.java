package dev.decant.postgresql;

import static dev.decant.postgresql.PostgresqlText.alterTable;
import static dev.decant.postgresql.PostgresqlText.name;
import static dev.decant.postgresql.PostgresqlText.sql;
import static dev.decant.postgresql.PostgresqlText.statement;

import dev.decant.change.Change;
import dev.decant.change.CreateTable;
import dev.decant.change.DropTable;
import dev.decant.dialect.Hazard;
import dev.decant.dialect.Statement;
import dev.decant.dialect.UnsupportedChangeException;
import dev.decant.model.Column;
import dev.decant.model.Constraint;
import dev.decant.model.Fill;
import dev.decant.model.ObjectName;
import dev.decant.model.SchemaBuilder;
import dev.decant.model.SchemaView;
import dev.decant.model.Table;
import dev.decant.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A table that shall divide its rows among partitions, or no longer shall. It steps aside under another name, another is made in its place
 * with its partitions, the rows are copied, and it goes.
 */
final class PostgresqlRebuild {
    private final Table from;
    private final Table to;
    private final ObjectName aside;
    private final List<Change> changes;
    private final SchemaView before;
    private final List<Statement> statements = new ArrayList<>();

    /**
     * Takes the changes of one table and its partitions.
     *
     * @param changes that drop it and create it, and drop and create its partitions
     */
    PostgresqlRebuild(ObjectName table, List<Change> changes, SchemaView before) {
        this.changes = changes;
        this.before = before;
        this.from = before.table(table).orElseThrow();
        this.to = changes.stream()
                .filter(change -> change instanceof CreateTable create
                        && create.table().name().equals(table))
                .map(change -> ((CreateTable) change).table())
                .findFirst()
                .orElseThrow();
        this.aside = PostgresqlNames.departing(table);
    }

    List<Statement> statements() {
        if (from.lineage().partitioning().isPresent()
                && to.lineage().partitioning().isPresent()) {
            throw new UnsupportedChangeException(
                    "table " + from.name(),
                    "PostgreSQL has no way to divide the rows of a partitioned table in another way",
                    "create another table, copy the rows, and drop this one in a migration of your own");
        }
        stepAside();
        create();
        copy();
        statements.add(statement(sql("DROP TABLE").text(name(aside))).explained(PostgresqlLocks.moment(aside)));
        return statements;
    }

    /** The old table and what shares the names of its namespace get out of the way. */
    private void stepAside() {
        statements.add(statement(alterTable(from.name()).words("RENAME TO").name(aside.local()))
                .explained(PostgresqlLocks.moment(from.name())));
        from.indexes().forEach(index -> statements.addAll(PostgresqlIndexes.drop(aside, index)));
        from.constraints().stream()
                .filter(constraint ->
                        !(constraint instanceof Constraint.Check || constraint instanceof Constraint.ForeignKey))
                .forEach(constraint -> statements.addAll(PostgresqlConstraints.drop(aside, constraint)));
        for (Column column : from.columns()) {
            sequence(column)
                    .ifPresent(sequence -> statements.addAll(PostgresqlRenames.of(
                            "SEQUENCE",
                            sequence,
                            PostgresqlNames.departing(sequence),
                            PostgresqlLocks.sequence(sequence),
                            before)));
        }
    }

    private Optional<ObjectName> sequence(Column column) {
        return switch (column.fill()) {
            case Fill.Serial serial -> Optional.of(serial.sequence());
            case Fill.Identity identity -> Optional.of(PostgresqlNames.serialSequence(from.name(), column.name()));
            default -> Optional.empty();
        };
    }

    private void create() {
        SchemaBuilder state = before.toBuilder();
        for (Change change : changes) {
            if (change instanceof DropTable) {
                change.applyTo(state, PostgresqlText.SYNTAX);
            }
        }
        for (Change change : changes) {
            if (change instanceof CreateTable create) {
                statements.addAll(PostgresqlTables.create(create.table(), state.view()));
                change.applyTo(state, PostgresqlText.SYNTAX);
            }
        }
    }

    private void copy() {
        List<Column> common = to.columns().stream()
                .filter(column -> !(column.fill() instanceof Fill.Generated)
                        && from.column(column.name()).isPresent())
                .toList();
        List<String> names = common.stream().map(Column::name).toList();
        if (!names.isEmpty()) {
            Sql sql = sql("INSERT INTO")
                    .text(name(to.name()))
                    .list(names)
                    .when(common.stream().anyMatch(PostgresqlRebuild::refusesValues), "OVERRIDING SYSTEM VALUE")
                    .words("SELECT")
                    .commas(names, Sql::name)
                    .words("FROM")
                    .text(name(aside));
            statements.add(statement(sql)
                    .explained(PostgresqlLocks.rewrite(from.name()))
                    .with(Hazard.Kind.REWRITE, "copies every row of " + from.name() + "; readers and writers wait")
                    .with(Hazard.Kind.DATA_DEPENDENT, "fails when a row of " + from.name() + " does not fit"));
        }
        common.forEach(this::advance);
    }

    private static boolean refusesValues(Column column) {
        return column.fill() instanceof Fill.Identity identity && identity.always();
    }

    /** The new table counts on from where the old one was. */
    private void advance(Column column) {
        switch (column.fill()) {
            case Fill.Serial serial ->
                statements.add(PostgresqlCounting.advance(
                        PostgresqlText.nameLiteral(serial.sequence()), to.name(), column.name(), serial.options()));
            case Fill.Identity identity ->
                statements.add(PostgresqlCounting.advance(
                        PostgresqlText.nameLiteral(PostgresqlNames.serialSequence(to.name(), column.name())),
                        to.name(),
                        column.name(),
                        identity.options()));
            default -> {}
        }
    }
}
