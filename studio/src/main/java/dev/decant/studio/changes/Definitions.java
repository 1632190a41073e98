package dev.decant.studio.changes;

import dev.decant.change.Change;
import dev.decant.change.CreateObject;
import dev.decant.change.CreateTable;
import dev.decant.change.RenameObject;
import dev.decant.change.RenameTable;
import dev.decant.dialect.Dialect;
import dev.decant.model.Schema;
import dev.decant.model.SchemaBuilder;
import dev.decant.plan.Planner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The things that changes belong to before and after all of them, as the SQL that makes them. */
final class Definitions {
    private final Dialect dialect;
    private final Schema before;
    private final Schema after;
    private final List<Change> changes;
    private final Map<Thing, Thing> former = new HashMap<>();
    private final Map<Thing, Thing> current = new HashMap<>();
    private @Nullable Map<Thing, String> textsBefore;
    private @Nullable Map<Thing, String> textsAfter;

    /**
     * A thing before and after.
     *
     * @param before the SQL that makes what there was; empty when there was nothing
     * @param after the SQL that makes what there is; empty when there is nothing
     */
    record Texts(String before, String after) {}

    Definitions(Dialect dialect, Schema before, Schema after, List<Change> changes) {
        this.dialect = dialect;
        this.before = before;
        this.after = after;
        this.changes = List.copyOf(changes);
        changes.forEach(this::note);
    }

    private void note(Change change) {
        if (change instanceof RenameTable rename) {
            renamed(new Thing.OfTable(rename.before()), new Thing.OfTable(rename.after()));
        } else if (change instanceof RenameObject rename) {
            renamed(
                    new Thing.OfObject(rename.before()),
                    new Thing.OfObject(rename.before().withName(rename.after())));
        }
    }

    private void renamed(Thing then, Thing now) {
        former.put(now, then);
        current.put(then, now);
    }

    /** What a change belongs to, as it is called after all changes. */
    Thing thing(Change change) {
        Thing named = Thing.of(change);
        return current.getOrDefault(named, named);
    }

    /** A thing before and after. */
    Texts texts(Thing thing) {
        if (textsBefore == null) {
            textsBefore = texts(before, things().map(this::formerly));
        }
        if (textsAfter == null) {
            textsAfter = texts(after, things());
        }
        return new Texts(textsBefore.getOrDefault(formerly(thing), ""), textsAfter.getOrDefault(thing, ""));
    }

    private Stream<Thing> things() {
        return changes.stream().map(this::thing).distinct();
    }

    /** What makes things of a schema where all else of it is there; planned together, since a plan looks at the whole schema. */
    private Map<Thing, String> texts(Schema schema, Stream<Thing> wanted) {
        SchemaBuilder rest = schema.toBuilder();
        List<Change> making = new ArrayList<>();
        wanted.forEach(thing -> change(thing, schema).ifPresent(change -> {
            making.add(change);
            remove(thing, rest);
        }));
        Map<Thing, StringBuilder> texts = new HashMap<>();
        new Planner(dialect)
                .plan(rest.build(), making)
                .statements()
                .forEach(statement -> statement.serves().stream()
                        .findFirst()
                        .ifPresent(change -> texts.computeIfAbsent(Thing.of(change), thing -> new StringBuilder())
                                .append(statement.sql())
                                .append(";\n\n")));
        return texts.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().toString().stripTrailing() + "\n"));
    }

    /** Whether it was there before. */
    boolean existed(Thing thing) {
        return change(former.getOrDefault(thing, thing), before).isPresent();
    }

    /** What it was called before. */
    Thing formerly(Thing thing) {
        return former.getOrDefault(thing, thing);
    }

    private static Optional<Change> change(Thing thing, Schema schema) {
        return switch (thing) {
            case Thing.OfTable(var name) -> schema.table(name).map(CreateTable::new);
            case Thing.OfObject(var key) -> schema.object(key).map(CreateObject::new);
        };
    }

    private static void remove(Thing thing, SchemaBuilder rest) {
        switch (thing) {
            case Thing.OfTable(var name) -> rest.removeTable(name);
            case Thing.OfObject(var key) -> rest.removeObject(key);
        }
    }
}
