package dev.decant.model.routine;

import dev.decant.model.DataType;
import dev.decant.model.Expression;
import dev.decant.model.ObjectKey;
import dev.decant.model.ObjectKind;
import dev.decant.model.ObjectName;
import dev.decant.model.Reference;
import dev.decant.model.SchemaObject;
import dev.decant.model.raw.RawObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A function or a procedure. Several may have one name when they take other types.
 *
 * @param name its name
 * @param type what it is
 * @param arguments its arguments and, behind them, the columns of the table that it returns
 * @param result what it returns, which a function's arguments that go out say already; a procedure returns nothing
 * @param language the language of its body
 * @param body what it does
 * @param traits how it runs
 * @param comment what users are told about it; may be empty
 */
public record Routine(
        ObjectName name,
        RoutineType type,
        List<Argument> arguments,
        Optional<Result> result,
        String language,
        RoutineBody body,
        RoutineTraits traits,
        String comment)
        implements SchemaObject {
    /** The kind. */
    public static final ObjectKind<Routine> KIND = ObjectKind.of("routine", Routine.class);

    private static final DataType RECORD = DataType.of("record");
    private static final Set<String> SQL_LANGUAGES = Set.of("sql", "plpgsql");

    /** Copies the arguments and adds the result that they imply; refuses a function that returns nothing and a procedure that does. */
    public Routine {
        arguments = List.copyOf(arguments);
        boolean table = arguments.stream().anyMatch(argument -> argument.mode() == ArgumentMode.TABLE);
        if (type == RoutineType.PROCEDURE) {
            if (result.isPresent() || table) {
                throw new IllegalArgumentException("the procedure " + name + " returns something");
            }
        } else if (result.isEmpty()) {
            result = Optional.of(implied(name, arguments, table));
        }
    }

    private static Result implied(ObjectName name, List<Argument> arguments, boolean table) {
        List<Argument> out = arguments.stream()
                .filter(argument -> argument.mode().isOutput())
                .toList();
        return switch (out.size()) {
            case 0 -> throw new IllegalArgumentException("the function " + name + " does not say what it returns");
            case 1 -> new Result(out.getFirst().type(), table);
            default -> new Result(RECORD, table);
        };
    }

    @Override
    public ObjectKind<Routine> kind() {
        return KIND;
    }

    @Override
    public Routine withName(ObjectName other) {
        return new Routine(other, type, arguments, result, language, body, traits, comment);
    }

    /** The same with other arguments and another result. */
    public Routine withArguments(List<Argument> others, Optional<Result> other) {
        return new Routine(name, type, others, other, language, body, traits, comment);
    }

    /** The same, running in another way. */
    public Routine withTraits(RoutineTraits other) {
        return new Routine(name, type, arguments, result, language, body, other, comment);
    }

    /** The same with another comment. */
    public Routine withComment(String other) {
        return new Routine(name, type, arguments, result, language, body, traits, other);
    }

    /** The types of what is passed in, which tell it from others of its name: {@code (integer, text)}. */
    @Override
    public String distinction() {
        return inputs().map(argument -> argument.type().toString()).collect(Collectors.joining(", ", "(", ")"));
    }

    /** The arguments that are passed in. */
    public Stream<Argument> inputs() {
        return arguments.stream().filter(argument -> argument.mode().isInput());
    }

    /** The arguments that come out, the columns of a table among them. */
    public Stream<Argument> outputs() {
        return arguments.stream().filter(argument -> argument.mode().isOutput());
    }

    /** The table or type whose rows a query in its body makes, where that is checked as soon as the body is there. */
    public Optional<ObjectName> row() {
        return language.equals("sql") && body instanceof RoutineBody.Text
                ? result.map(Result::type).filter(DataType::isDeclared).map(DataType::name)
                : Optional.empty();
    }

    /** Whether it returns a table whose columns it names. */
    public boolean returnsTable() {
        return arguments.stream().anyMatch(argument -> argument.mode() == ArgumentMode.TABLE);
    }

    @Override
    public boolean resembles(SchemaObject other) {
        return other instanceof Routine that
                && type == that.type
                && arguments.equals(that.arguments)
                && result.equals(that.result)
                && body.equals(that.body);
    }

    @Override
    public Set<Reference> uses() {
        Stream<Reference> named = types().filter(DataType::isDeclared)
                .map(DataType::name)
                .flatMap(each -> Stream.of(new Reference.ToType(each), new Reference.ToRelation(each)));
        return Stream.of(named, spoken(), traits.support().stream().map(Reference.ToRoutine::new))
                .flatMap(each -> each)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The language, and how values of types come to it and back: before version 18 a server has a routine rest on the transforms of all types
     * of its arguments and result, be they asked for or not (ProcedureCreate in src/backend/catalog/pg_proc.c).
     */
    private Stream<Reference> spoken() {
        ObjectName name = ObjectName.of("", language);
        Stream<Reference> transforms = types().map(type ->
                new Reference.ToObject(new ObjectKey(RawObject.kindOf("transform"), name, type.toString())));
        return Stream.concat(
                Stream.of(new Reference.ToObject(new ObjectKey(RawObject.kindOf("language"), name))), transforms);
    }

    @Override
    public Set<Reference> provides() {
        return Set.of(new Reference.ToObject(key()), new Reference.ToRoutine(name));
    }

    private Stream<DataType> types() {
        Stream<DataType> said = Stream.concat(
                arguments.stream().map(Argument::type), result.stream().map(Result::type));
        return Stream.concat(said, traits.transforms().stream());
    }

    /** The types that it names, the defaults of its arguments, and a body that the server has read. */
    @Override
    public List<Expression> code() {
        List<Expression> code = new ArrayList<>();
        types().filter(DataType::isDeclared)
                .map(each -> Expression.naming(each.name()))
                .distinct()
                .forEach(code::add);
        arguments.forEach(argument -> argument.value().ifPresent(code::add));
        if (body instanceof RoutineBody.Parsed(Expression sql)) {
            code.add(sql);
        }
        return List.copyOf(code);
    }

    /** A body that is text, in a language that mentions names as SQL does. */
    @Override
    public List<Expression> laterCode() {
        return SQL_LANGUAGES.contains(language) && body instanceof RoutineBody.Text(String text) && !text.isBlank()
                ? List.of(new Expression(text))
                : List.of();
    }

    @Override
    public Routine following(Reference before, Reference after) {
        boolean typed = before instanceof Reference.ToType && after instanceof Reference.ToType
                || before instanceof Reference.ToRelation && after instanceof Reference.ToRelation;
        if (!typed || !uses().contains(before)) {
            return this;
        }
        UnaryOperator<DataType> follow = given ->
                given.isDeclared() && given.name().equals(named(before)) ? given.withName(named(after)) : given;
        return new Routine(
                name,
                type,
                arguments.stream()
                        .map(argument -> argument.withType(follow.apply(argument.type())))
                        .toList(),
                result.map(given -> new Result(follow.apply(given.type()), given.setOf())),
                language,
                body,
                traits.withTransforms(traits.transforms().stream().map(follow).toList()),
                comment);
    }

    private static ObjectName named(Reference reference) {
        return switch (reference) {
            case Reference.ToType(ObjectName named) -> named;
            case Reference.ToRelation(ObjectName named) -> named;
            default -> throw new IllegalStateException("no type: " + reference);
        };
    }
}
