package dev.decant.postgresql.table;

import static dev.decant.postgresql.sql.PostgresqlText.alterTable;
import static dev.decant.postgresql.sql.PostgresqlText.name;
import static dev.decant.postgresql.sql.PostgresqlText.statement;

import dev.decant.dialect.Statement;
import dev.decant.model.Column;
import dev.decant.model.ObjectName;
import dev.decant.model.SchemaView;
import dev.decant.model.Table;
import dev.decant.postgresql.sql.PostgresqlLocks;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** What can only be done to tables that inherit while they do not: they leave their parents and join them again, with all their rows. */
final class PostgresqlApart {
    /** A table and one of those that it inherits from. */
    private record Bond(ObjectName child, ObjectName parent) {
        private Statement left() {
            return statement(alterTable(child).words("NO INHERIT").text(name(parent)))
                    .explained(PostgresqlLocks.moment(child));
        }

        private Statement joined() {
            return statement(alterTable(child).words("INHERIT").text(name(parent)))
                    .explained(PostgresqlLocks.moment(child));
        }
    }

    private PostgresqlApart() {}

    /** What is done to a table while it stands by itself. */
    static List<Statement> fromParents(Table table, List<Statement> done) {
        if (table.lineage().isPartition()) {
            List<Statement> statements = new ArrayList<>();
            statements.add(PostgresqlDescents.detach(
                    table.name(), table.lineage().parents().getFirst()));
            statements.addAll(done);
            statements.add(PostgresqlDescents.attach(table));
            return statements;
        }
        return meanwhile(
                table.lineage().parents().stream()
                        .map(parent -> new Bond(table.name(), parent))
                        .toList(),
                done);
    }

    /** What is done to a table and to those of its children that call the NOT NULL of a column as it does, or have it so from it. */
    static List<Statement> fromOthers(ObjectName table, Column column, SchemaView state, List<Statement> done) {
        List<Bond> bonds = new ArrayList<>();
        Deque<ObjectName> alike = new ArrayDeque<>(List.of(table));
        while (!alike.isEmpty()) {
            ObjectName parent = alike.remove();
            for (Table child : PostgresqlChildren.children(parent, state)) {
                if (PostgresqlNotNullNames.isCalledOtherwise(child, column, state)) {
                    bonds.add(new Bond(child.name(), parent));
                } else {
                    alike.add(child.name());
                }
            }
        }
        return meanwhile(bonds, done);
    }

    private static List<Statement> meanwhile(List<Bond> bonds, List<Statement> done) {
        List<Statement> statements = new ArrayList<>();
        bonds.forEach(bond -> statements.add(bond.left()));
        statements.addAll(done);
        bonds.forEach(bond -> statements.add(bond.joined()));
        return statements;
    }
}
