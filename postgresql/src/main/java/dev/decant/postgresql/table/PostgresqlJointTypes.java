package dev.decant.postgresql.table;

import dev.decant.change.AlterPart;
import dev.decant.change.Change;
import dev.decant.change.ConvertColumn;
import dev.decant.dialect.Operation;
import dev.decant.dialect.Statement;
import dev.decant.model.Expression;
import dev.decant.model.ObjectName;
import dev.decant.model.SchemaBuilder;
import dev.decant.model.SchemaView;
import dev.decant.postgresql.sql.PostgresqlText;
import dev.decant.sql.Expressions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Columns of one table that get other types in one go, so that the server writes the rows again only once. */
public final class PostgresqlJointTypes {
    private PostgresqlJointTypes() {}

    /**
     * Whether two changes of a table had better be one: not where the values of one column are computed from the other, which is another
     * by then if each is changed by itself, while all such expressions see the row as it was in one statement (the manual's page of ALTER
     * TABLE).
     */
    public static boolean joins(Change one, Change other) {
        Optional<PostgresqlColumnChange> first = retyped(one);
        Optional<PostgresqlColumnChange> second = retyped(other);
        return first.isPresent()
                && second.isPresent()
                && table(one).equals(table(other))
                && !reads(first.get(), table(one), second.get().before().name())
                && !reads(second.get(), table(one), first.get().before().name());
    }

    private static boolean reads(PostgresqlColumnChange change, ObjectName table, String column) {
        return change.using()
                .map(Expression::sql)
                .filter(sql -> Expressions.mentionsColumn(sql, table.local(), column, PostgresqlText.SYNTAX)
                        || Expressions.mentionsColumn(sql, "", table.local(), PostgresqlText.SYNTAX))
                .isPresent();
    }

    private static Optional<PostgresqlColumnChange> retyped(Change change) {
        return PostgresqlColumnChange.of(change)
                .filter(PostgresqlColumnChange::isRetyped)
                .filter(column -> !PostgresqlVirtualColumns.becomesPlain(column.before(), column.after()));
    }

    private static ObjectName table(Change change) {
        return change instanceof ConvertColumn convert ? convert.table() : ((AlterPart) change).table();
    }

    /** Whether an operation is such columns. */
    public static boolean isOne(Operation operation) {
        List<Change> changes = operation.changes();
        return changes.size() > 1
                && changes.stream().allMatch(change -> retyped(change).isPresent())
                && changes.stream().map(PostgresqlJointTypes::table).distinct().count() == 1;
    }

    /** The statements. */
    public static List<Statement> render(Operation operation, SchemaView before) {
        return PostgresqlParts.alter(
                table(operation.changes().getFirst()),
                operation.changes().stream()
                        .flatMap(change -> PostgresqlColumnChange.of(change).stream())
                        .toList(),
                before);
    }

    /** The same on a table that programs use meanwhile: what is proven of the rows, is once they have been written again. */
    static List<Statement> online(Operation operation, SchemaView before) {
        SchemaBuilder state = before.toBuilder();
        List<PostgresqlColumnChange> changes = new ArrayList<>();
        List<Change> proofs = new ArrayList<>();
        for (Change change : operation.changes()) {
            PostgresqlColumnChange column = PostgresqlColumnChange.of(change).orElseThrow();
            boolean proven = PostgresqlOnline.provesNotNull(change, before);
            changes.add(proven ? column.withoutNotNull() : column);
            change.applyTo(state, PostgresqlText.SYNTAX);
            if (proven) {
                proofs.add(new AlterPart(table(change), column.withoutNotNull().after(), column.after()));
            }
        }
        proofs.reversed().forEach(proof -> proof.reverse().applyTo(state, PostgresqlText.SYNTAX));
        List<Statement> statements =
                new ArrayList<>(PostgresqlParts.alter(table(operation.changes().getFirst()), changes, before));
        for (Change proof : proofs) {
            statements.addAll(PostgresqlOnline.render(proof, state.view()).orElseThrow());
            proof.applyTo(state, PostgresqlText.SYNTAX);
        }
        return statements;
    }
}
