package dev.decant.postgresql.table;

import static dev.decant.postgresql.table.PostgresqlRowsCount.count;
import static dev.decant.postgresql.table.PostgresqlRowsCount.rows;

import dev.decant.change.AlterTable;
import dev.decant.dialect.DataCheck;
import dev.decant.dialect.DataCheck.Kind;
import dev.decant.model.Lineage;
import dev.decant.model.ObjectName;
import dev.decant.model.SchemaView;
import dev.decant.model.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Questions about rows that a partition wants and others hold, or that it holds and does not want. */
final class PostgresqlBelonging {
    private PostgresqlBelonging() {}

    /** Rows of a default partition that belong into a new one. */
    static List<DataCheck> ofNew(Table table, SchemaView before) {
        return PostgresqlCarvedRows.stuck(table, before).stream()
                .map(rows -> belonging(rows, table.name()))
                .toList();
    }

    /** Rows that do not belong where they are once a table is a partition, or one of other rows. */
    static List<DataCheck> ofAltered(AlterTable alter, SchemaView before) {
        boolean joins = alter.after().lineage().isPartition()
                && !alter.before().lineage().equals(alter.after().lineage());
        return joins
                ? before.table(alter.table()).stream()
                        .map(table -> table.withTraits(alter.after()))
                        .flatMap(table -> Stream.concat(
                                PostgresqlCarvedRows.inTheWay(table, before).stream()
                                        .map(rows -> belonging(rows, table.name())),
                                strange(table, before).stream()))
                        .toList()
                : List.of();
    }

    /** Rows of a table that do not belong into it once it is a partition, or one of other rows than it was. */
    private static Optional<DataCheck> strange(Table partition, SchemaView before) {
        Lineage lineage = partition.lineage();
        return before.table(lineage.parents().getFirst())
                .filter(parent -> parent.lineage().partitioning().isPresent())
                .map(parent -> PostgresqlInheritance.full(before, parent))
                .flatMap(parent -> PostgresqlPartitionProof.condition(lineage, parent)
                        .or(() -> PostgresqlPartitionProof.hashCondition(lineage, parent)))
                .map(condition -> count(
                        Kind.MISFIT,
                        rows(
                                partition.name(),
                                "does",
                                "do",
                                "not belong " + lineage.bound().orElseThrow()),
                        partition.name(),
                        "NOT coalesce(" + condition + ", false)"));
    }

    private static DataCheck belonging(PostgresqlCarvedRows.Stuck rows, ObjectName partition) {
        return count(
                Kind.MISFIT,
                rows(rows.holder(), "belongs", "belong", "into " + partition + " and would have to move there"),
                rows.holder(),
                rows.condition());
    }
}
