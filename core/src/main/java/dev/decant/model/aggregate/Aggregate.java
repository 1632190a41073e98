package dev.decant.model.aggregate;

import dev.decant.model.DataType;
import dev.decant.model.Expression;
import dev.decant.model.ObjectKind;
import dev.decant.model.ObjectName;
import dev.decant.model.Reference;
import dev.decant.model.SchemaObject;
import dev.decant.model.routine.Argument;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An aggregate. Several may have one name when they take other types.
 *
 * @param name its name
 * @param type what it does with the order of its rows
 * @param arguments its arguments; none for the rows themselves
 * @param direct how many of them, from the first, are the same for all rows; 0 for a normal one
 * @param rows how it goes from row to row
 * @param moving how it goes from row to row in a moving window
 * @param partial how it is computed in pieces
 * @param sortOperator the operator that finds its result at the end of an index
 * @param comment what users are told about it; may be empty
 */
public record Aggregate(
        ObjectName name,
        AggregateType type,
        List<Argument> arguments,
        int direct,
        Accumulation rows,
        Optional<Accumulation> moving,
        PartialAggregation partial,
        Optional<ObjectName> sortOperator,
        String comment)
        implements SchemaObject {
    /** The kind. */
    public static final ObjectKind<Aggregate> KIND = ObjectKind.of("aggregate", Aggregate.class);

    /** Copies the arguments. */
    public Aggregate {
        arguments = List.copyOf(arguments);
        if (direct < 0 || direct > arguments.size() || type == AggregateType.NORMAL && direct > 0) {
            throw new IllegalArgumentException(
                    "the aggregate " + name + " has not so many direct arguments: " + direct);
        }
    }

    @Override
    public ObjectKind<Aggregate> kind() {
        return KIND;
    }

    @Override
    public Aggregate withName(ObjectName other) {
        return new Aggregate(other, type, arguments, direct, rows, moving, partial, sortOperator, comment);
    }

    /** The same with another comment. */
    public Aggregate withComment(String other) {
        return new Aggregate(name, type, arguments, direct, rows, moving, partial, sortOperator, other);
    }

    /** The types that it takes, which tell it from others of its name: {@code (integer, text)}. */
    @Override
    public String distinction() {
        return arguments.stream()
                .map(argument -> argument.type().toString())
                .collect(Collectors.joining(", ", "(", ")"));
    }

    @Override
    public boolean resembles(SchemaObject other) {
        return other instanceof Aggregate that && equals(that.withName(name).withComment(comment));
    }

    @Override
    public Set<Reference> provides() {
        return Set.of(new Reference.ToObject(key()), new Reference.ToRoutine(name));
    }

    @Override
    public Set<Reference> uses() {
        Stream<Reference> functions = functions().map(Reference.ToRoutine::new);
        Stream<Reference> types =
                types().flatMap(each -> Stream.of(new Reference.ToType(each), new Reference.ToRelation(each)));
        return Stream.concat(functions, types).collect(Collectors.toUnmodifiableSet());
    }

    private Stream<ObjectName> functions() {
        return Stream.concat(
                Stream.concat(rows.functions(), moving.stream().flatMap(Accumulation::functions)), partial.functions());
    }

    private Stream<ObjectName> types() {
        Stream<DataType> states =
                Stream.concat(Stream.of(rows), moving.stream()).map(Accumulation::type);
        return Stream.concat(arguments.stream().map(Argument::type), states)
                .filter(DataType::isDeclared)
                .map(DataType::name);
    }

    /** The functions that it runs and the types that it names. */
    @Override
    public List<Expression> code() {
        return Stream.concat(functions(), types())
                .distinct()
                .map(Expression::naming)
                .toList();
    }
}
