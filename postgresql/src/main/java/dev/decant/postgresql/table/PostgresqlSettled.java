package dev.decant.postgresql.table;

import dev.decant.model.Column;
import dev.decant.model.Schema;
import dev.decant.model.SchemaBuilder;
import dev.decant.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What children of other tables have and cannot lose: that their rows were looked at for what the parents want of new rows alone. */
public final class PostgresqlSettled {
    private final Schema before;
    private final Schema after;

    private PostgresqlSettled(Schema before, Schema after) {
        this.before = before;
        this.after = after;
    }

    /** The wanted schema with it. */
    public static Schema in(Schema before, Schema after) {
        if (after.tables().values().stream()
                .allMatch(table -> table.lineage().parents().isEmpty())) {
            return after;
        }
        PostgresqlSettled settled = new PostgresqlSettled(before, after);
        SchemaBuilder builder = after.toBuilder();
        builder.updateTables(settled::settled);
        return builder.build();
    }

    private Table settled(Table wanted) {
        Optional<Table> there = wanted.lineage().parents().isEmpty() ? Optional.empty() : before.table(wanted.name());
        return there.map(table -> wanted.withOptions(PostgresqlTableOptions.settled(table.options(), wanted.options()))
                        .withColumns(columns(table, wanted)))
                .orElse(wanted);
    }

    private List<Column> columns(Table there, Table wanted) {
        Table then = PostgresqlInheritance.full(before, there);
        List<Column> columns = new ArrayList<>();
        for (Column column : wanted.columns()) {
            Column settled = settled(then, wanted, column);
            if (expected(wanted, column)
                    .filter(each -> !each.nullable() && each.equals(settled))
                    .isEmpty()) {
                columns.add(settled);
            }
        }
        PostgresqlInheritance.full(after, wanted).columns().stream()
                .filter(column -> wanted.column(column.name()).isEmpty())
                .filter(column -> !settled(then, wanted, column).equals(column))
                .forEach(column -> columns.add(settled(then, wanted, column)));
        return columns;
    }

    private Optional<Column> expected(Table wanted, Column column) {
        return PostgresqlInheritance.expected(after, wanted.name(), column.name());
    }

    private Column settled(Table there, Table wanted, Column column) {
        Optional<Column> then = there.column(column.name());
        if (then.isEmpty()
                || expected(wanted, column).filter(each -> !each.nullable()).isEmpty()) {
            return column;
        }
        boolean open = PostgresqlNotNullNames.isOpen(after, wanted, column.name())
                && before.table(wanted.name())
                        .flatMap(held -> held.column(column.name()))
                        .isPresent();
        return PostgresqlColumnOptions.settled(
                then.get(), open ? PostgresqlNotNullNames.keptBy(then.get(), column) : column);
    }
}
