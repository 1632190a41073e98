package dev.decant.postgresql.table;

import static dev.decant.postgresql.sql.PostgresqlText.alterColumnOnly;
import static dev.decant.postgresql.sql.PostgresqlText.name;
import static dev.decant.postgresql.sql.PostgresqlText.sql;
import static dev.decant.postgresql.sql.PostgresqlText.statement;

import dev.decant.change.AddPart;
import dev.decant.change.Change;
import dev.decant.change.DropPart;
import dev.decant.dialect.Hazard;
import dev.decant.dialect.Operation;
import dev.decant.dialect.Statement;
import dev.decant.model.Column;
import dev.decant.model.Descent;
import dev.decant.model.Fill;
import dev.decant.model.ObjectName;
import dev.decant.model.SchemaView;
import dev.decant.model.Table;
import dev.decant.postgresql.sql.PostgresqlLocks;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Columns that children keep, with their values, when their parent has them no longer: those that were just what the parent brought are
 * columns of their own from then on, and so the two are one. The server has them kept by all children (DROP COLUMN with ONLY, the manual's
 * page of ALTER TABLE), and those that shall not have them drop them by themselves.
 */
public final class PostgresqlHeirs {
    private record Place(ObjectName table, String column) {}

    private final Map<Place, List<Change>> groups = new LinkedHashMap<>();
    private final Set<List<Change>> all = Collections.newSetFromMap(new IdentityHashMap<>());

    PostgresqlHeirs(List<Change> changes, Descent descent) {
        Map<Place, Column> dropped = new HashMap<>();
        Map<Place, Column> added = new LinkedHashMap<>();
        for (Change change : changes) {
            if (change instanceof DropPart(ObjectName table, Column column)) {
                dropped.put(new Place(table, column.name()), column);
            } else if (change instanceof AddPart(ObjectName table, Column column)) {
                added.put(new Place(table, column.name()), column);
            }
        }
        added.forEach((place, column) -> {
            List<Place> above = descent.ancestors(place.table()).stream()
                    .map(table -> new Place(table, place.column()))
                    .filter(dropped::containsKey)
                    .toList();
            boolean keeps = above.size() == 1
                    && !dropped.containsKey(place)
                    && !added.containsKey(above.getFirst())
                    && isKept(dropped.getOrDefault(above.getFirst(), column), column);
            if (keeps) {
                List<Change> group = groups.computeIfAbsent(above.getFirst(), top -> new ArrayList<>());
                groups.put(place, group);
                all.add(group);
            }
        });
    }

    private static boolean isKept(Column parents, Column own) {
        return parents.type().equals(own.type())
                && parents.collation().equals(own.collation())
                && isPlain(parents)
                && isPlain(own);
    }

    private static boolean isPlain(Column column) {
        return column.fill() instanceof Fill.Nothing || column.fill() instanceof Fill.Default;
    }

    /** The group that the change belongs to, if there is one. */
    Optional<List<Change>> of(Change change) {
        return place(change).map(groups::get);
    }

    private static Optional<Place> place(Change change) {
        return switch (change) {
            case DropPart(ObjectName table, Column column) -> Optional.of(new Place(table, column.name()));
            case AddPart(ObjectName table, Column column) -> Optional.of(new Place(table, column.name()));
            default -> Optional.empty();
        };
    }

    /** Whether a group is one of these, however many of its changes are in it so far; it stands where the first of them does. */
    boolean is(List<Change> group) {
        return all.contains(group);
    }

    /** Whether an operation is such a group: one column that a table drops and others add. */
    public static boolean isOne(Operation operation) {
        List<Change> changes = operation.changes();
        return changes.size() > 1
                && changes.stream().map(PostgresqlHeirs::place).allMatch(Optional::isPresent)
                && changes.stream().filter(DropPart.class::isInstance).count() == 1
                && changes.stream()
                                .flatMap(change -> place(change).stream())
                                .map(Place::column)
                                .distinct()
                                .count()
                        == 1;
    }

    /** What drops a column of a table, but not those that its children have otherwise, which are left to them. */
    static List<Statement> drop(ObjectName table, Column column, SchemaView before) {
        return new Leaving(column, Map.of(), before).from(table);
    }

    /** The statements. */
    public static List<Statement> render(List<Change> changes, SchemaView before) {
        Map<ObjectName, Column> kept = new HashMap<>();
        changes.forEach(change -> {
            if (change instanceof AddPart(ObjectName table, Column column)) {
                kept.put(table, column);
            }
        });
        return changes.stream()
                .flatMap(change -> change instanceof DropPart(ObjectName table, Column column)
                        ? new Leaving(column, kept, before).from(table).stream()
                        : List.<Statement>of().stream())
                .toList();
    }

    /**
     * A column that goes from a table.
     *
     * @param kept what it is in the tables that keep it
     */
    private record Leaving(Column column, Map<ObjectName, Column> kept, SchemaView before) {
        List<Statement> from(ObjectName table) {
            List<Statement> statements = new ArrayList<>(withoutDefaults(table));
            if (!keepAny(table)) {
                statements.addAll(PostgresqlSequences.kept(table, column, before));
                statements.addAll(PostgresqlColumns.drop(table, column));
                statements.addAll(PostgresqlDeclared.without(table, column, before));
                return statements;
            }
            if (!column.nullable()) {
                // Since PostgreSQL 18 children would still have what they refuse from the parent, and could not take it
                // again.
                statements.add(PostgresqlColumns.dropNotNull(table, column, true));
            }
            statements.add(statement(sql("ALTER TABLE ONLY")
                            .text(name(table))
                            .words("DROP COLUMN")
                            .name(column.name()))
                    .explained(PostgresqlLocks.moment(table))
                    .with(
                            Hazard.Kind.DATA_LOSS,
                            "the values of " + table + "." + column.name()
                                    + " are gone, but for those of its children"));
            PostgresqlChildren.of(table, before).forEach(child -> statements.addAll(below(child, table)));
            return statements;
        }

        /** What has those below fill the column no longer as the table does, which they go on doing as long as they have it. */
        private List<Statement> withoutDefaults(ObjectName table) {
            List<Statement> statements = new ArrayList<>();
            for (Table child : PostgresqlChildren.of(table, before)) {
                if (isBroughtBesides(child, table) && !isKept(child)) {
                    statements.addAll(filledByOthers(child, table));
                } else if (column.fill() instanceof Fill.Serial && keepAny(table) && !isKept(child)) {
                    statements.add(statement(
                                    alterColumnOnly(child.name(), column.name()).words("DROP DEFAULT"))
                            .explained(PostgresqlLocks.moment(child.name())));
                    statements.addAll(withoutDefaults(child.name()));
                }
            }
            return statements;
        }

        private List<Statement> filledByOthers(Table child, ObjectName parent) {
            List<Table> all = PostgresqlInheritance.parents(before, child.lineage());
            List<Table> others =
                    all.stream().filter(other -> !other.name().equals(parent)).toList();
            Column then = PostgresqlInheritance.expected(all, column.name()).orElseThrow();
            Column now = PostgresqlInheritance.expected(others, column.name()).orElseThrow();
            return PostgresqlColumns.alter(child.name(), then, then.withFill(now.fill()), Optional.empty());
        }

        private boolean keepAny(ObjectName table) {
            return PostgresqlChildren.of(table, before).stream()
                    .anyMatch(child -> isKept(child) || keepAny(child.name()));
        }

        /** A partition keeps nothing that the partitioned table has no longer. */
        private boolean isKept(Table child) {
            return !child.lineage().isPartition()
                    && (kept.containsKey(child.name())
                            || child.column(column.name()).isPresent());
        }

        private List<Statement> below(Table child, ObjectName parent) {
            Column own = kept.get(child.name());
            if (own != null) {
                Column then = PostgresqlInheritance.full(before, child)
                        .column(column.name())
                        .orElseThrow();
                return PostgresqlColumns.alter(child.name(), then, own, Optional.empty());
            }
            return child.column(column.name()).isPresent() || isBroughtBesides(child, parent)
                    ? List.of()
                    : from(child.name());
        }

        private boolean isBroughtBesides(Table child, ObjectName parent) {
            return child.lineage().parents().stream()
                    .filter(other -> !other.equals(parent))
                    .flatMap(other -> before.table(other).stream())
                    .anyMatch(other -> PostgresqlInheritance.full(before, other)
                            .column(column.name())
                            .isPresent());
        }
    }
}
