package dev.decant.postgresql.table;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        Map<Place, AlterPart> stricter = new LinkedHashMap<>();
        for (Change change : changes) {
            if (change instanceof AlterPart alter && becomesStrict(alter)) {
                stricter.put(new Place(alter.table(), alter.after().name()), alter);
            }
        }
        stricter.keySet()
                .forEach(place -> above(place, descent)
                        .filter(stricter::containsKey)
                        .filter(top -> above(top, descent).noneMatch(stricter::containsKey))
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

    private static boolean becomesStrict(AlterPart alter) {
        return alter.before() instanceof Column before
                && alter.after() instanceof Column after
                && before.nullable()
                && !after.nullable()
                && !after.options().containsKey(PostgresqlColumnOptions.NO_INHERIT);
    }

    /** The group that the change belongs to, if there is one. */
    Optional<List<Change>> of(Change change) {
        return change instanceof AlterPart alter && becomesStrict(alter)
                ? Optional.ofNullable(
                        groups.get(new Place(alter.table(), alter.after().name())))
                : Optional.empty();
    }

    /** All groups. */
    Collection<List<Change>> all() {
        return all;
    }

    /** Whether an operation is such a group. */
    public static boolean isOne(Operation operation) {
        return operation.changes().size() > 1
                && operation.changes().stream()
                        .allMatch(change -> change instanceof AlterPart alter && becomesStrict(alter));
    }

    /** The statements, parents first: of what they refuse the children know already; but first of all those that call it otherwise. */
    public static List<Statement> render(List<Change> changes, SchemaView before) {
        Descent descent = before.descent();
        List<AlterPart> ordered = changes.stream()
                .map(AlterPart.class::cast)
                .sorted(Comparator.comparingInt(
                        alter -> descent.ancestors(alter.table()).size()))
                .toList();
        Column first = (Column) ordered.getFirst().after();
        Map<Boolean, List<AlterPart>> alike = ordered.stream()
                .collect(Collectors.partitioningBy(
                        alter -> !PostgresqlColumnOptions.renamesNotNull(first, (Column) alter.after())));
        SchemaBuilder state = before.toBuilder();
        List<Statement> statements = inTurn(alike.getOrDefault(false, List.of()), state);
        List<AlterPart> rest = alike.getOrDefault(true, List.of());
        rest.stream().skip(1).forEach(alter -> strict(alter, first).applyTo(state, PostgresqlText.SYNTAX));
        statements.addAll(inTurn(rest, state));
        return statements;
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
    private static AlterPart strict(AlterPart alter, Column parents) {
        Column before = (Column) alter.before();
        Map<String, String> options = new LinkedHashMap<>(before.options());
        Stream.of(PostgresqlColumnOptions.NOT_NULL, PostgresqlColumnOptions.NOT_VALID)
                .filter(parents.options()::containsKey)
                .forEach(key -> options.put(key, parents.options().getOrDefault(key, "")));
        return new AlterPart(alter.table(), before, before.withNullable(false).withOptions(options));
    }
}
