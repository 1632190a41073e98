package dev.decant.testkit;

import dev.decant.model.Constraint;
import dev.decant.model.DataType;
import dev.decant.model.ObjectName;
import dev.decant.model.Schema;
import dev.decant.model.SchemaObject;
import dev.decant.model.SequenceOptions;
import dev.decant.model.Table;
import dev.decant.model.enumtype.EnumType;
import dev.decant.model.namespace.Namespace;
import dev.decant.model.sequence.Sequence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Makes random schemas that a database accepts. The names come from small pools, so that two schemas share many of them with other
 * meanings, which is what makes changes between them interesting.
 */
public final class RandomSchema {
    private static final List<String> TABLES = List.of("users", "orders", "Mixed Case", "order", "events", "größe");
    private static final List<String> LABELS = List.of("new", "open", "it's", "DONE", "no way", "z");

    private final RandomGenerator random;
    private final Flavor flavor;

    /** Makes a generator; the same random numbers give the same schemas. */
    public RandomSchema(RandomGenerator random, Flavor flavor) {
        this.random = random;
        this.flavor = flavor;
    }

    /** Any schema. */
    public Schema next() {
        return after(Schema.EMPTY);
    }

    /** Any schema that has some of its tables in common with an earlier one. */
    public Schema after(Schema before) {
        List<SchemaObject> objects = objects();
        List<EnumType> enums = objects.stream()
                .filter(EnumType.class::isInstance)
                .map(EnumType.class::cast)
                .toList();
        List<Table> tables = new ArrayList<>();
        for (String name : TABLES) {
            if (random.nextInt(3) > 0) {
                ObjectName named = ObjectName.of(pick(flavor.namespaces()), name);
                tables.add(kept(before, named).orElseGet(() -> new RandomTable(random, flavor, enums).next(named)));
            }
        }
        return Schema.of(withForeignKeys(tables), objects);
    }

    private Optional<Table> kept(Schema before, ObjectName name) {
        return before.table(name)
                .filter(table -> random.nextInt(3) > 0)
                .filter(table -> table.columns().stream()
                        .noneMatch(column -> column.type().isDeclared()))
                .map(table -> table.withConstraints(table.constraints().stream()
                        .filter(constraint -> !(constraint instanceof Constraint.ForeignKey))
                        .toList()));
    }

    private List<SchemaObject> objects() {
        List<SchemaObject> objects = new ArrayList<>();
        flavor.namespaces().stream().skip(1).map(Namespace::of).forEach(objects::add);
        if (flavor.enums()) {
            for (String name : List.of("mood", "State")) {
                if (random.nextBoolean()) {
                    objects.add(new EnumType(ObjectName.of(pick(flavor.namespaces()), name), labels(), comment()));
                }
            }
            if (random.nextBoolean()) {
                objects.add(sequence());
            }
        }
        return objects;
    }

    private List<String> labels() {
        List<String> labels = new ArrayList<>(LABELS);
        Collections.shuffle(labels, java.util.Random.from(random));
        return labels.subList(0, 1 + random.nextInt(LABELS.size()));
    }

    private Sequence sequence() {
        SequenceOptions options = SequenceOptions.DEFAULT;
        if (random.nextBoolean()) {
            options = options.withIncrement(1 + random.nextInt(5));
        }
        if (random.nextBoolean()) {
            options = options.withStart(10L + random.nextInt(90)).withCycle(random.nextBoolean());
        }
        return new Sequence(
                ObjectName.of(flavor.namespaces().getFirst(), "numbers"),
                DataType.of(random.nextBoolean() ? "bigint" : "integer"),
                options,
                Optional.empty(),
                comment());
    }

    private List<Table> withForeignKeys(List<Table> tables) {
        return tables.stream()
                .map(table -> random.nextBoolean() ? table : withForeignKey(table, pick(tables)))
                .toList();
    }

    private Table withForeignKey(Table table, Table target) {
        Optional<String> key = target.primaryKey()
                .filter(primary -> primary.columns().size() == 1)
                .map(primary -> primary.columns().getFirst());
        if (key.isEmpty()) {
            return table;
        }
        DataType type = target.column(key.get()).orElseThrow().type();
        return table.columns().stream()
                .filter(column -> column.type().equals(type) && !RandomTable.isGenerated(column))
                .findFirst()
                .map(column -> table.with(new RandomTable(random, flavor, List.of())
                        .foreignKey(table, column.name(), target.name(), key.get())))
                .orElse(table);
    }

    private String comment() {
        return flavor.comments() && random.nextInt(4) == 0 ? "what it's for " + random.nextInt(3) : "";
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
