package dev.decant.sqlite;

import dev.decant.change.Change;
import dev.decant.dialect.Hazard;
import dev.decant.dialect.Statement;
import dev.decant.dialect.UnsupportedChangeException;
import dev.decant.model.Column;
import dev.decant.model.Constraint;
import dev.decant.model.Expression;
import dev.decant.model.Fill;
import dev.decant.model.SchemaView;
import dev.decant.model.Table;
import dev.decant.sql.Sql;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Builds a table anew under another name, moves the rows, and gives it the old name: lang_altertable.html, section 7.
 *
 * <p>References must not be checked meanwhile, and the triggers that go with the old table are kept aside: {@link SqliteGuard} sees to
 * both.
 */
final class SqliteRebuild {
    private final Table before;
    private final Table after;
    private final ColumnSources sources;
    private final String name;
    private final String passing;

    /**
     * Prepares a rebuild.
     *
     * @param before the table before
     * @param after the table after, of the same name
     * @param changes what happens between
     * @param schema the state in which it happens
     */
    SqliteRebuild(Table before, Table after, List<Change> changes, SchemaView schema) {
        this.before = before;
        this.after = after;
        this.sources = new ColumnSources(before, changes);
        sources.renamedByCopy().forEach(column -> requireFree(column, schema));
        this.name = after.name().local();
        this.passing = SqliteNames.free("decant_new_" + name, wish -> isTaken(wish, schema));
    }

    /** Foreign keys of other tables follow only a rename in place. */
    private void requireFree(String column, SchemaView schema) {
        boolean pointedAt = schema.tables().values().stream()
                .filter(other -> !other.name().equals(before.name()))
                .flatMap(other -> other.foreignKeys().stream())
                .anyMatch(key -> key.target().equals(before.name())
                        && key.targetColumns().contains(column));
        if (pointedAt) {
            throw new UnsupportedChangeException(
                    "column " + column + " of " + before.name(),
                    "SQLite cannot rename this column in place, and foreign keys of other tables point at it",
                    "drop these foreign keys in one migration, and rename the column and add them again in the next");
        }
    }

    private static boolean isTaken(String name, SchemaView schema) {
        return schema.tables().values().stream()
                .anyMatch(table -> SqliteNames.same(table.name().local(), name)
                        || table.indexes().stream().anyMatch(index -> SqliteNames.same(index.name(), name)));
    }

    /** The statements, in order. */
    List<Statement> statements() {
        List<Statement> statements = new ArrayList<>(sources.renames());
        statements.add(create());
        if (SqliteKeys.isCounted(before) && SqliteKeys.isCounted(after)) {
            statements.add(keepCounter());
        }
        statements.add(withHazards(copy()));
        statements.addAll(SqliteKeptTriggers.keep(name));
        statements.add(dropOld());
        statements.add(Statement.of("PRAGMA legacy_alter_table = ON")
                .explained("lets views and triggers name " + after.name() + " while it is not there"));
        statements.add(SqliteTables.rename(passing, name));
        statements.add(
                Statement.of("PRAGMA legacy_alter_table = OFF").explained("from here on renames are followed again"));
        after.indexes().forEach(index -> statements.add(SqliteIndexes.create(after, index)));
        return statements;
    }

    private Statement create() {
        return Statement.of(SqliteTables.definition(after, passing))
                .explained("builds " + after.name() + " anew, since SQLite cannot change it in place");
    }

    /** The new table goes on counting where the old one stood; the copy only ever moves the counter up. */
    private Statement keepCounter() {
        Sql sql = SqliteNames.sql("INSERT INTO sqlite_sequence (name, seq) SELECT")
                .literal(passing)
                .joined(", ")
                .words("seq FROM sqlite_sequence WHERE name =")
                .literal(name);
        return Statement.of(sql.toString()).explained("numbers that were given once are not given again");
    }

    private Statement copy() {
        Map<String, String> values = values();
        Sql sql = SqliteNames.sql("INSERT INTO")
                .name(passing)
                .list(values.keySet())
                .newLine()
                .words("SELECT")
                .commas(values.values(), Sql::text)
                .words("FROM")
                .name(name);
        return Statement.of(sql.toString())
                .explained("copies every row of " + after.name() + "; nobody else writes to the database meanwhile")
                .with(Hazard.Kind.REWRITE, "copies every row of " + after.name());
    }

    /** What goes into which column. */
    private Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        rowNumber().ifPresent(number -> values.put(number, number));
        for (Column column : after.columns()) {
            sources.value(column).ifPresent(value -> values.put(column.name(), value.sql()));
        }
        if (values.isEmpty()) {
            Column first = after.columns().stream()
                    .filter(column -> !(column.fill() instanceof Fill.Generated))
                    .findFirst()
                    .orElseThrow();
            values.put(first.name(), first.fill() instanceof Fill.Default(Expression value) ? value.sql() : "NULL");
        }
        return values;
    }

    /** The name under which both tables tell the numbers of their rows, when no column of theirs keeps them. */
    private Optional<String> rowNumber() {
        boolean hidden = SqliteOptions.hasRowNumbers(before)
                && SqliteOptions.hasRowNumbers(after)
                && SqliteKeys.rowNumber(after).isEmpty();
        return SqliteNames.ROW_NUMBERS.stream()
                .filter(wish -> hidden
                        && NameScope.of(before).column(wish).isEmpty()
                        && NameScope.of(after).column(wish).isEmpty())
                .findFirst();
    }

    private Statement dropOld() {
        Statement drop = Statement.of(SqliteNames.sql("DROP TABLE").name(name).toString())
                .explained("the rows are in the new table");
        for (Column column : sources.lost(after)) {
            drop = SqliteColumns.loses(before, column, drop);
        }
        return drop;
    }

    /** What the copy fails on, since the new table lets in less than the old one. */
    private Statement withHazards(Statement copy) {
        Statement statement = copy;
        for (Column column : after.columns()) {
            statement = withHazards(statement, column);
        }
        for (Constraint constraint : after.constraints()) {
            boolean isNew = before.constraints().stream()
                    .noneMatch(then -> then.withName(constraint.name()).equals(constraint));
            if (isNew) {
                statement = statement.with(
                        Hazard.Kind.DATA_DEPENDENT, "fails when " + SqliteConstraints.breach(after, constraint));
            }
        }
        return statement;
    }

    private Statement withHazards(Statement copy, Column column) {
        Optional<Column> source = sources.source(column);
        if (source.isEmpty()) {
            boolean isRowNumber =
                    SqliteKeys.rowNumber(after).filter(column.name()::equals).isPresent();
            return SqliteColumns.isFilled(column) || isRowNumber
                    ? copy
                    : copy.with(Hazard.Kind.DATA_DEPENDENT, SqliteColumns.unfilled(after, column));
        }
        Statement statement = copy;
        if (source.get().nullable() && !column.nullable()) {
            statement = statement.with(Hazard.Kind.DATA_DEPENDENT, SqliteColumns.nulls(after, column));
        }
        return SqliteTypes.narrows(source.get().type(), column.type())
                ? statement.with(Hazard.Kind.DATA_DEPENDENT, misfits(column))
                : statement;
    }

    private String misfits(Column column) {
        String place = after.name() + "." + column.name();
        return SqliteOptions.isStrict(after)
                ? "fails when a value of %s is no %s".formatted(place, column.type())
                : "a value of %s that is no %s stays what it is".formatted(place, column.type());
    }
}
