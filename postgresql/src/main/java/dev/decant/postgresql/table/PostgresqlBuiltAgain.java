package dev.decant.postgresql.table;

import static dev.decant.postgresql.sql.PostgresqlText.name;

import dev.decant.dialect.Statement;
import dev.decant.model.Constraint;
import dev.decant.model.Index;
import dev.decant.model.ObjectName;
import dev.decant.model.References;
import dev.decant.model.SchemaView;
import dev.decant.model.Table;
import dev.decant.model.TablePart;
import dev.decant.postgresql.sql.PostgresqlComments;
import dev.decant.postgresql.sql.PostgresqlLocks;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What the indexes of partitions lose when the server builds those of the partitioned table again for a column of another type: they come
 * as that brings them, without a name, a storage or a comment of their own, and before PostgreSQL 17 with its comment.
 */
public final class PostgresqlBuiltAgain {
    private final TablePart built;
    private final SchemaView state;
    private final List<Statement> statements = new ArrayList<>();

    private PostgresqlBuiltAgain(TablePart built, SchemaView state) {
        this.built = built;
        this.state = state;
    }

    /**
     * What gives it back to them.
     *
     * @param columns those that got another type, which the table has from nobody
     * @param isBuilt whether the server builds a part again rather than somebody else
     */
    public static List<Statement> render(
            ObjectName table, Collection<String> columns, SchemaView state, Predicate<TablePart> isBuilt) {
        List<Statement> statements = new ArrayList<>();
        parts(state.table(table))
                .filter(part -> !PostgresqlIndexStorage.isInvalid(PostgresqlFamily.storage(part)))
                .filter(part -> !Collections.disjoint(columns(part), columns))
                .filter(isBuilt)
                .forEach(part -> {
                    PostgresqlBuiltAgain again = new PostgresqlBuiltAgain(part, state);
                    again.below(table, part);
                    statements.addAll(again.statements);
                });
        return statements;
    }

    private static Stream<TablePart> parts(Optional<Table> table) {
        return table.stream()
                .flatMap(each -> Stream.<TablePart>concat(each.constraints().stream(), each.indexes().stream()))
                .filter(part -> !(part instanceof Constraint.Check) && !(part instanceof Constraint.ForeignKey));
    }

    private static Collection<String> columns(TablePart part) {
        return switch (part) {
            case Index index ->
                Stream.concat(References.columnsOf(index).stream(), index.include().stream())
                        .toList();
            case Constraint.PrimaryKey key -> both(key.columns(), key.include());
            case Constraint.Unique key -> both(key.columns(), key.include());
            case Constraint.Exclusion exclusion -> both(exclusion.columns(), exclusion.include());
            default -> List.of();
        };
    }

    private static List<String> both(Collection<String> some, Collection<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private void below(ObjectName table, TablePart parents) {
        PostgresqlChildren.of(table, state).stream()
                .filter(child -> child.lineage().isPartition())
                .forEach(child -> partition(child, parents));
    }

    private void partition(Table partition, TablePart parents) {
        String brought = PostgresqlFamily.name(partition.name(), parents);
        Optional<TablePart> held = parts(Optional.of(partition))
                .filter(part ->
                        parents.name().equals(PostgresqlFamily.storage(part).get(PostgresqlIndexStorage.PART_OF)))
                .findFirst();
        if (!isSure(partition, brought, held) || held.filter(this::isOtherwise).isPresent()) {
            return;
        }
        held.ifPresent(part -> again(partition.name(), brought, part));
        if (!told(built).isEmpty()
                && held.map(PostgresqlBuiltAgain::told).orElse("").isEmpty()) {
            ObjectName index =
                    partition.name().withLocal(held.map(TablePart::name).orElse(brought));
            statements.add(PostgresqlComments.on("INDEX", name(index), "").explained(PostgresqlLocks.gentle(index)));
        }
        below(partition.name(), held.orElseGet(() -> built.withName(brought)));
    }

    /** Whether it is known what the server calls the part: it counts on where a name is taken. */
    private boolean isSure(Table partition, String brought, Optional<TablePart> held) {
        long alike = partition.lineage().parents().stream()
                .flatMap(parent -> state.table(parent).stream())
                .flatMap(parent ->
                        Stream.concat(PostgresqlFamily.brought(state, parent).stream(), parts(Optional.of(parent))))
                .filter(part -> PostgresqlFamily.name(partition.name(), part).equals(brought))
                .count();
        return alike == 1 && (held.isPresent() || !isTaken(partition, brought));
    }

    private static boolean isTaken(Table partition, String name) {
        return parts(Optional.of(partition)).anyMatch(part -> part.name().equals(name));
    }

    /** Whether it holds a constraint where the partitioned table has but an index. */
    private boolean isOtherwise(TablePart held) {
        return held.partKind() != built.partKind();
    }

    private void again(ObjectName partition, String brought, TablePart held) {
        if (!brought.equals(held.name())) {
            statements.addAll(PostgresqlParts.rename(partition, held.partKind(), brought, held.name()));
        }
        Map<String, String> storage = PostgresqlFamily.storage(held);
        statements.addAll(PostgresqlIndexStorage.alter(
                partition,
                held.name(),
                PostgresqlIndexStorage.ofPart(
                        PostgresqlFamily.storage(built), storage.getOrDefault(PostgresqlIndexStorage.PART_OF, "")),
                storage));
        if (!held.comment().isEmpty()) {
            statements.add(PostgresqlTableComments.onPart(partition, held));
        }
    }

    /** What is told about an index, be it that of a constraint. */
    private static String told(TablePart part) {
        return part instanceof Index
                ? part.comment()
                : PostgresqlFamily.storage(part).getOrDefault(PostgresqlIndexStorage.COMMENT, "");
    }
}
