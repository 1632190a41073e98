package dev.decant.postgresql.type;

import static dev.decant.postgresql.sql.PostgresqlText.name;
import static dev.decant.postgresql.sql.PostgresqlText.sql;
import static dev.decant.postgresql.sql.PostgresqlText.statement;
import static dev.decant.postgresql.sql.PostgresqlText.type;

import dev.decant.dialect.ObjectSupports;
import dev.decant.dialect.Statement;
import dev.decant.model.Column;
import dev.decant.model.DataType;
import dev.decant.model.Expression;
import dev.decant.model.ObjectKey;
import dev.decant.model.ObjectName;
import dev.decant.model.Reference;
import dev.decant.model.SchemaObject;
import dev.decant.model.SchemaView;
import dev.decant.model.collation.Collation;
import dev.decant.model.compositetype.CompositeType;
import dev.decant.model.domain.Domain;
import dev.decant.model.rangetype.RangeType;
import dev.decant.postgresql.sql.PostgresqlLocks;
import dev.decant.postgresql.sql.PostgresqlNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The types that rest on a type or collation for which another is put in place: domains over it, composite types with attributes of it,
 * ranges of it.
 */
final class PostgresqlRestingTypes {
    private static final ObjectSupports SUPPORTS = ObjectSupports.of(
            "PostgreSQL", new PostgresqlDomains(), new PostgresqlComposites(), new PostgresqlRanges());

    private final SchemaView schema;
    private final List<SchemaObject> types = new ArrayList<>();
    private final Set<ObjectName> names = new HashSet<>();

    /**
     * Finds them.
     *
     * @param replaced the names of what is replaced
     */
    PostgresqlRestingTypes(List<ObjectName> replaced, SchemaView schema) {
        this.schema = schema;
        List<SchemaObject> candidates = new ArrayList<>(schema.objects(Domain.KIND));
        candidates.addAll(schema.objects(CompositeType.KIND));
        candidates.addAll(schema.objects(RangeType.KIND));
        candidates.removeIf(candidate -> replaced.contains(candidate.name()));
        Set<Reference> moved = new HashSet<>();
        for (ObjectName name : replaced) {
            moved.add(new Reference.ToType(name));
            moved.add(new Reference.ToObject(new ObjectKey(Collation.KIND, name)));
        }
        Set<SchemaObject> resting = new HashSet<>();
        while (candidates.stream().anyMatch(type -> rests(type, moved) && resting.add(type))) {
            resting.forEach(type -> moved.addAll(type.provides()));
        }
        while (!resting.isEmpty()) {
            SchemaObject next = resting.stream()
                    .sorted((one, other) -> one.name().compareTo(other.name()))
                    .filter(type ->
                            resting.stream().noneMatch(other -> !other.equals(type) && rests(type, other.provides())))
                    .findFirst()
                    .orElseThrow();
            resting.remove(next);
            types.add(next);
            next.provides().forEach(this::note);
        }
    }

    /** The types, those that others rest on first. */
    List<SchemaObject> types() {
        return List.copyOf(types);
    }

    /** What they are called. */
    Set<ObjectName> names() {
        return Set.copyOf(names);
    }

    private static boolean rests(SchemaObject type, Set<Reference> moved) {
        return type.uses().stream().anyMatch(moved::contains);
    }

    private void note(Reference provided) {
        if (provided instanceof Reference.ToType(ObjectName type)) {
            names.add(type);
        }
    }

    /** Whether a column is of one of them. */
    boolean isOf(Column column) {
        return names.contains(column.type().name());
    }

    /** Whether one of them leaves functions behind under its name when it is renamed, as a range type does. */
    boolean cannotStepAside() {
        return types.stream().anyMatch(RangeType.class::isInstance);
    }

    /** What renames them. */
    List<Statement> stepAside() {
        return types.stream()
                .map(type -> PostgresqlTypeSwap.stepAside(word(type), type.name()))
                .toList();
    }

    /**
     * What makes them again, with their comments.
     *
     * @param successor knows whether a check or default of a domain still makes sense; of one that does not, another change says what takes
     *     its place
     */
    List<Statement> create(PostgresqlTypeSwap.Successor successor) {
        return types.stream()
                .flatMap(type -> SUPPORTS.create(possible(type, successor), schema).stream())
                .toList();
    }

    /** A check that is impossible keeps its name, by which it is dropped, and lets everything pass. */
    private static SchemaObject possible(SchemaObject type, PostgresqlTypeSwap.Successor successor) {
        return type instanceof Domain domain
                ? domain.withFill(domain.fill().filter(successor::allowsDefault))
                        .withChecks(domain.checks().stream()
                                .map(check -> successor.allows(check.condition())
                                        ? check
                                        : check.withCondition(new Expression("true")))
                                .toList())
                : type;
    }

    /** The types whose values hold others inside, such as a composite type or a domain over an array. */
    Set<ObjectName> containers() {
        Set<ObjectName> containers = new HashSet<>();
        for (SchemaObject type : types) {
            boolean holds = !(type instanceof Domain domain)
                    || domain.type().dimensions() > 0
                    || containers.contains(domain.type().name());
            if (holds) {
                containers.add(type.name());
            }
        }
        return containers;
    }

    /** What drops those that were renamed, the first ones last. */
    List<Statement> dropSteppedAside() {
        return types.reversed().stream()
                .map(type -> drop(word(type), PostgresqlNames.departing(type.name())))
                .toList();
    }

    /** What drops them under their own names. */
    List<Statement> drop() {
        return types.reversed().stream()
                .map(type -> drop(word(type), type.name()))
                .toList();
    }

    private static Statement drop(String word, ObjectName type) {
        return statement(sql("DROP").words(word).text(name(type))).explained(PostgresqlLocks.CATALOGUE);
    }

    private static String word(SchemaObject type) {
        return type instanceof Domain ? "DOMAIN" : "TYPE";
    }

    /** The value of a column of one of them that came back, by way of text. */
    static String using(Column column) {
        DataType text = DataType.of("text").withDimensions(column.type().dimensions());
        return name(column.name()) + "::" + type(text) + "::" + type(column.type());
    }
}
