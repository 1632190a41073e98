package dev.decant.studio.changes;

import dev.decant.change.Change;
import dev.decant.change.CreateObject;
import dev.decant.change.CreateTable;
import dev.decant.change.RenameObject;
import dev.decant.change.RenameTable;
import dev.decant.dialect.Dialect;
import dev.decant.dialect.Statement;
import dev.decant.model.Schema;
import dev.decant.model.SchemaBuilder;
import dev.decant.plan.Planner;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The things that changes belong to before and after all of them, as the SQL that makes them. */
final class Definitions {
    private final Dialect dialect;
    private final Schema before;
    private final Schema after;
    private final Map<Thing, Thing> former = new HashMap<>();
    private final Map<Thing, Thing> current = new HashMap<>();
    private final Map<Thing, Texts> known = new HashMap<>();

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
        return known.computeIfAbsent(
                thing, now -> new Texts(text(former.getOrDefault(now, now), before), text(now, after)));
    }

    /** Whether it was there before. */
    boolean existed(Thing thing) {
        return change(former.getOrDefault(thing, thing), before).isPresent();
    }

    /** What it was called before. */
    Thing formerly(Thing thing) {
        return former.getOrDefault(thing, thing);
    }

    private String text(Thing thing, Schema schema) {
        return change(thing, schema)
                .map(making -> new Planner(dialect).plan(without(thing, schema), List.of(making)))
                .map(plan -> plan.statements().map(Statement::sql).collect(Collectors.joining(";\n\n", "", ";\n")))
                .orElse("");
    }

    private static Optional<Change> change(Thing thing, Schema schema) {
        return switch (thing) {
            case Thing.OfTable(var name) -> schema.table(name).map(CreateTable::new);
            case Thing.OfObject(var key) -> schema.object(key).map(CreateObject::new);
        };
    }

    private static Schema without(Thing thing, Schema schema) {
        SchemaBuilder rest = schema.toBuilder();
        switch (thing) {
            case Thing.OfTable(var name) -> rest.removeTable(name);
            case Thing.OfObject(var key) -> rest.removeObject(key);
        }
        return rest.build();
    }
}
