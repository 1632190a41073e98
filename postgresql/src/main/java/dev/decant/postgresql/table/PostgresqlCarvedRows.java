package dev.decant.postgresql.table;

import static dev.decant.postgresql.sql.PostgresqlText.name;
import static dev.decant.postgresql.sql.PostgresqlText.sql;
import static dev.decant.postgresql.sql.PostgresqlText.statement;

import dev.decant.change.DropTable;
import dev.decant.dialect.Hazard;
import dev.decant.dialect.Operation;
import dev.decant.dialect.Statement;
import dev.decant.model.Column;
import dev.decant.model.Descent;
import dev.decant.model.Fill;
import dev.decant.model.ObjectName;
import dev.decant.model.SchemaView;
import dev.decant.model.Table;
import dev.decant.model.trigger.Trigger;
import dev.decant.postgresql.sql.PostgresqlLocks;
import dev.decant.postgresql.sql.PostgresqlNames;
import dev.decant.sql.Sql;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The rows of a default partition that belong into a new one: the server takes no partition while another holds rows of it
 * (check_default_partition_contents in src/backend/partitioning/partbounds.c), so they wait aside until it is there.
 */
public final class PostgresqlCarvedRows {
    private final Table partition;
    private final Table parent;
    private final ObjectName holder;
    private final String condition;
    private final ObjectName aside;

    private PostgresqlCarvedRows(Table partition, Table parent, ObjectName holder, String condition) {
        this.partition = partition;
        this.parent = parent;
        this.holder = holder;
        this.condition = condition;
        this.aside = partition
                .name()
                .withLocal(PostgresqlNames.coming(partition.name().local()));
    }

    /** What makes a table, with the rows that are its own by then. */
    public static List<Statement> create(Table table, SchemaView before) {
        List<Statement> create = PostgresqlTables.create(table, before);
        return of(table, before)
                .filter(rows -> rows.canMove(before))
                .map(rows -> rows.around(create))
                .orElse(create);
    }

    /** What drops a partition that came beside a default one, which takes its rows again. */
    public static Optional<List<Statement>> givingBack(Operation operation, SchemaView before) {
        return operation.changes().size() == 1 && operation.changes().getFirst() instanceof DropTable(Table table)
                ? of(table, before).filter(rows -> rows.canMove(before)).map(PostgresqlCarvedRows::back)
                : Optional.empty();
    }

    /** The partition leaves first, for the default one takes no row that belongs into another. */
    private List<Statement> back() {
        Statement moved = moved(partition.name(), holder, "", plain());
        return List.of(
                PostgresqlDescents.detach(partition.name(), parent.name()).without(Hazard.Kind.BREAKING),
                new Statement(
                        moved.sql(),
                        List.of(),
                        "moves the rows of " + partition.name() + " back into " + holder
                                + "; who reads or writes these waits",
                        List.of(),
                        moved.setting()),
                statement(sql("DROP TABLE").text(name(partition.name())))
                        .explained(PostgresqlLocks.moment(partition.name())));
    }

    /** The columns that rows give values for. */
    private List<Column> plain() {
        return parent.columns().stream()
                .filter(column -> !(column.fill() instanceof Fill.Generated))
                .toList();
    }

    /** The rows that are in the way of a partition, where a condition tells them from others. */
    private static Optional<PostgresqlCarvedRows> of(Table table, SchemaView before) {
        if (!table.lineage().isPartition() || table.lineage().isDefault()) {
            return Optional.empty();
        }
        ObjectName divided = table.lineage().parents().getFirst();
        Optional<Table> rest = before.tables().values().stream()
                .filter(each -> each.lineage().isDefault()
                        && each.lineage().parents().getFirst().equals(divided))
                .findFirst();
        return rest.flatMap(holder -> before.table(divided)
                .map(parent -> PostgresqlInheritance.full(before, parent))
                .flatMap(parent -> PostgresqlPartitionProof.condition(table.lineage(), parent)
                        .map(condition -> new PostgresqlCarvedRows(table, parent, holder.name(), condition))));
    }

    /** The rows that would be in the way of a partition and stay there, as a table and a condition. */
    static Optional<Stuck> stuck(Table table, SchemaView before) {
        return of(table, before)
                .filter(rows -> !rows.canMove(before))
                .map(rows -> new Stuck(rows.holder, rows.condition));
    }

    /** The rows that are in the way of a table that becomes a partition. */
    static Optional<Stuck> inTheWay(Table table, SchemaView before) {
        return of(table, before).map(rows -> new Stuck(rows.holder, rows.condition));
    }

    /**
     * Rows that do not move by themselves.
     *
     * @param holder the partition that has them
     * @param condition tells them from others
     */
    record Stuck(ObjectName holder, String condition) {}

    /** Whether nothing happens to the rows but that they move: a trigger would see them go and come, and a foreign key lose what it points at. */
    private boolean canMove(SchemaView before) {
        Descent descent = before.descent();
        Set<ObjectName> family = new HashSet<>(descent.ancestors(holder));
        family.add(holder);
        family.add(partition.name());
        before.tables().keySet().stream()
                .filter(table -> descent.isDescendant(table, holder))
                .forEach(family::add);
        boolean seen = before.objects(Trigger.KIND).stream().anyMatch(trigger -> family.contains(trigger.tableName()));
        boolean pointedAt = before.tables().values().stream()
                .flatMap(table -> table.foreignKeys().stream())
                .anyMatch(key -> family.contains(key.target()));
        boolean elsewhere = family.stream()
                .flatMap(table -> before.table(table).stream())
                .anyMatch(table -> PostgresqlForeign.isForeign(table.options()));
        boolean holdsRows =
                partition.lineage().partitioning().isEmpty() && !PostgresqlForeign.isForeign(partition.options());
        return holdsRows && !seen && !pointedAt && !elsewhere;
    }

    private List<Statement> around(List<Statement> create) {
        List<Column> columns = plain();
        List<Statement> statements = new ArrayList<>();
        statements.add(prepared(columns));
        statements.add(moved(holder, aside, " WHERE " + condition, columns));
        statements.addAll(create);
        statements.add(moved(aside, partition.name(), "", columns));
        statements.add(statement(sql("DROP TABLE").text(name(aside))).explained(PostgresqlLocks.NEW_TABLE));
        return statements;
    }

    private Statement prepared(List<Column> columns) {
        return statement(sql("CREATE TABLE")
                        .text(name(aside))
                        .words("AS SELECT")
                        .commas(columns, (item, column) -> item.name(column.name()))
                        .words("FROM")
                        .text(name(holder))
                        .words("WITH NO DATA"))
                .explained(PostgresqlLocks.NEW_TABLE);
    }

    /** One statement, so that no row that somebody adds meanwhile is lost between two. */
    private Statement moved(ObjectName from, ObjectName to, String which, List<Column> columns) {
        List<String> names = columns.stream().map(Column::name).toList();
        boolean counted = columns.stream()
                .anyMatch(column -> column.fill() instanceof Fill.Identity identity && identity.always());
        Sql sql = sql("WITH moved AS (DELETE FROM")
                .text(name(from) + which)
                .words("RETURNING")
                .commas(names, Sql::name)
                .text(")")
                .words("INSERT INTO")
                .text(name(to))
                .list(names)
                .when(counted, "OVERRIDING SYSTEM VALUE")
                .words("SELECT")
                .commas(names, Sql::name)
                .words("FROM moved");
        return statement(sql)
                .explained("moves the rows of " + holder + " that belong into " + partition.name()
                        + "; who reads or writes these waits")
                .with(
                        Hazard.Kind.DATA_DEPENDENT,
                        "fails when a row of " + holder + " that belongs into " + partition.name()
                                + " does not fit there");
    }
}
