package dev.decant.postgresql.table;

import dev.decant.change.AddPart;
import dev.decant.change.AlterPart;
import dev.decant.change.Change;
import dev.decant.dialect.Operation;
import dev.decant.dialect.Statement;
import dev.decant.model.Column;
import dev.decant.model.Descent;
import dev.decant.model.ObjectName;
import dev.decant.model.PartKind;
import dev.decant.model.SchemaBuilder;
import dev.decant.model.SchemaView;
import dev.decant.postgresql.sql.PostgresqlText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Columns that refuse null from now on in a table and in children of it that have a column of their own: these are one, for a child refuses
 * what its parent refuses, and nothing makes it take that again in between.
 */
public final class PostgresqlStrictness {
    private record Place(ObjectName table, String column) {}

    private final Map<Place, List<Change>> groups = new LinkedHashMap<>();
    private final List<List<Change>> all = new ArrayList<>();

    PostgresqlStrictness(List<Change> changes, Descent descent) {
        Set<Place> stricter = new LinkedHashSet<>();
        changes.forEach(change -> place(change).ifPresent(stricter::add));
        stricter.forEach(place -> above(place, descent)
                .filter(stricter::contains)
                .filter(top -> above(top, descent).noneMatch(stricter::contains))
                .findFirst()
                .ifPresent(top -> join(top, place)));
    }

    private void join(Place top, Place child) {
        if (!groups.containsKey(top)) {
            List<Change> group = new ArrayList<>();
            groups.put(top, group);
            all.add(group);
        }
        groups.put(child, groups.getOrDefault(top, List.of()));
    }

    private static Stream<Place> above(Place place, Descent descent) {
        return descent.ancestors(place.table()).stream().map(table -> new Place(table, place.column()));
    }

    /** The column that refuses null from now on; one that a child comes to hold itself does so if that is for new rows only. */
    private static Optional<Place> place(Change change) {
        return switch (change) {
            case AlterPart(ObjectName table, Column before, Column after)
            when before.nullable() && isStrict(after) -> Optional.of(new Place(table, after.name()));
            case AddPart(ObjectName table, Column column)
            when isStrict(column) && column.options().containsKey(PostgresqlColumnOptions.NOT_VALID) ->
                Optional.of(new Place(table, column.name()));
            default -> Optional.empty();
        };
    }

    /** Whether a column refuses null, and those of children with it. */
    static boolean isStrict(Column column) {
        return !column.nullable() && !column.options().containsKey(PostgresqlColumnOptions.NO_INHERIT);
    }

    /** The group that the change belongs to, if there is one. */
    Optional<List<Change>> of(Change change) {
        return place(change).map(groups::get);
    }

    /** All groups. */
    Collection<List<Change>> all() {
        return all;
    }

    /** Whether an operation is such a group. */
    public static boolean isOne(Operation operation) {
        return operation.changes().size() > 1
                && operation.changes().stream().allMatch(change -> place(change).isPresent());
    }

    /** The statements, parents first: of what they refuse the children know already; but first of all those that call it otherwise. */
    public static List<Statement> render(List<Change> changes, SchemaView before) {
        Descent descent = before.descent();
        SchemaBuilder state = before.toBuilder();
        List<Statement> added = new ArrayList<>();
        List<AlterPart> ordered = changes.stream()
                .sorted(Comparator.comparingInt(change -> place(change)
                        .map(place -> descent.ancestors(place.table()).size())
                        .orElse(0)))
                .flatMap(change -> alteration(change, changes, state, added).stream())
                .toList();
        if (ordered.isEmpty()) {
            return added;
        }
        Column first = (Column) ordered.getFirst().after();
        Map<Boolean, List<AlterPart>> alike = ordered.stream()
                .collect(Collectors.partitioningBy(
                        alter -> !PostgresqlColumnOptions.renamesNotNull(first, (Column) alter.after())));
        List<Statement> statements = added;
        statements.addAll(inTurn(alike.getOrDefault(false, List.of()), state));
        List<AlterPart> rest = alike.getOrDefault(true, List.of());
        rest.stream().skip(1).forEach(alter -> strict(alter, first).applyTo(state, PostgresqlText.SYNTAX));
        statements.addAll(inTurn(rest, state));
        return statements;
    }

    /** What becomes of a column that is there, be it that of a parent; one that is new comes, and children hold theirs for new rows only. */
    private static Optional<AlterPart> alteration(
            Change change, List<Change> all, SchemaBuilder state, List<Statement> added) {
        if (!(change instanceof AddPart(ObjectName table, Column column))) {
            return Optional.of((AlterPart) change);
        }
        Optional<Column> brought = PostgresqlInheritance.expected(state.view(), table, column.name());
        if (brought.isEmpty()) {
            SchemaBuilder then = state.build().toBuilder();
            all.stream()
                    .filter(other -> !other.equals(change))
                    .forEach(other -> other.applyTo(then, PostgresqlText.SYNTAX));
            added.addAll(PostgresqlParts.add(table, column, then.view()));
            change.applyTo(state, PostgresqlText.SYNTAX);
            return Optional.empty();
        }
        boolean told = !brought.get().nullable();
        Column held = told ? forNewRows(brought.get()) : brought.get();
        new AddPart(table, held).applyTo(state, PostgresqlText.SYNTAX);
        return held.equals(column) ? Optional.empty() : Optional.of(new AlterPart(table, held, column));
    }

    private static Column forNewRows(Column column) {
        Map<String, String> options = new LinkedHashMap<>(column.options());
        options.put(PostgresqlColumnOptions.NOT_VALID, "true");
        return column.withOptions(options);
    }

    private static List<Statement> inTurn(List<AlterPart> alterations, SchemaBuilder state) {
        List<Statement> statements = new ArrayList<>();
        for (AlterPart alter : alterations) {
            SchemaView now = state.build();
            Column then = (Column) now.table(alter.table())
                    .flatMap(table -> table.part(PartKind.COLUMN, alter.before().name()))
                    .orElseThrow();
            statements.addAll(PostgresqlParts.alter(alter.table(), then, alter.after(), now));
            new AlterPart(alter.table(), then, alter.after()).applyTo(state, PostgresqlText.SYNTAX);
        }
        return statements;
    }

    /** What happens to the column of a child by itself. */
    static AlterPart strict(AlterPart alter, Column parents) {
        Column before = (Column) alter.before();
        return new AlterPart(alter.table(), before, strict(before, parents));
    }

    /** A column that refuses null as another does. */
    static Column strict(Column column, Column other) {
        Map<String, String> options = new LinkedHashMap<>(column.options());
        Stream.of(PostgresqlColumnOptions.NOT_NULL, PostgresqlColumnOptions.NOT_VALID)
                .filter(other.options()::containsKey)
                .forEach(key -> options.put(key, other.options().getOrDefault(key, "")));
        return column.withNullable(false).withOptions(options);
    }
}
