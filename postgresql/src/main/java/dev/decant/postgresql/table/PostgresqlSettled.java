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
        List<Column> columns = new ArrayList<>();
        for (Column column : wanted.columns()) {
            Optional<Column> inherited = PostgresqlInheritance.expected(after, wanted.name(), column.name())
                    .filter(expected -> !expected.nullable());
            Column settled = inherited
                    .flatMap(expected ->
                            PostgresqlInheritance.full(before, there).column(column.name()))
                    .map(then -> PostgresqlColumnOptions.settled(then, column))
                    .orElse(column);
            if (inherited.filter(settled::equals).isEmpty()) {
                columns.add(settled);
            }
        }
        return columns;
    }
}
