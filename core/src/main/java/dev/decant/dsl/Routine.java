package dev.decant.dsl;

import dev.decant.model.DataType;
import dev.decant.model.Expression;
import dev.decant.model.ObjectName;
import dev.decant.model.routine.Argument;
import dev.decant.model.routine.ArgumentMode;
import dev.decant.model.routine.Parallelism;
import dev.decant.model.routine.Result;
import dev.decant.model.routine.RoutineBody;
import dev.decant.model.routine.RoutineTraits;
import dev.decant.model.routine.RoutineType;
import dev.decant.model.routine.Setting;
import dev.decant.model.routine.Volatility;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A function or a procedure. Types are written as the database writes them, those of the schema with their namespace: {@code
 * public.mood}.
 */
public final class Routine extends DeclaredObject {
    private final DeclaredName name;
    private final RoutineType type;
    private final List<Typed> arguments = new ArrayList<>();
    private final List<Setting> settings = new ArrayList<>();
    private final List<String> transforms = new ArrayList<>();
    private String result = "";
    private boolean setOf;
    private String language = "sql";
    private Optional<RoutineBody> body = Optional.empty();
    private RoutineTraits traits = RoutineTraits.USUAL;

    /** An argument whose type has not been read yet. */
    private record Typed(String name, ArgumentMode mode, String type, Optional<Expression> value) {
        Argument read() {
            return new Argument(name, mode, DataType.parse(type), value);
        }
    }

    /** A routine of this name; of its field's name when that is empty. */
    Routine(RoutineType type, String name) {
        this.type = type;
        this.name = new DeclaredName(name);
    }

    /** Takes a value; the name may be empty. */
    public Routine argument(String argument, String sqlType) {
        return add(argument, ArgumentMode.IN, sqlType, Optional.empty());
    }

    /** Takes a value that a call may leave out. */
    public Routine argument(String argument, String sqlType, String defaultSql) {
        return add(argument, ArgumentMode.IN, sqlType, Optional.of(defaultSql));
    }

    /** Gives a value back. */
    public Routine out(String argument, String sqlType) {
        return add(argument, ArgumentMode.OUT, sqlType, Optional.empty());
    }

    /** Takes a value and gives one back. */
    public Routine inOut(String argument, String sqlType) {
        return add(argument, ArgumentMode.INOUT, sqlType, Optional.empty());
    }

    /** Takes a value, which a call may leave out, and gives one back. */
    public Routine inOut(String argument, String sqlType, String defaultSql) {
        return add(argument, ArgumentMode.INOUT, sqlType, Optional.of(defaultSql));
    }

    /** Takes any number of values as an array of this type: {@code integer[]}. */
    public Routine variadic(String argument, String sqlType) {
        return add(argument, ArgumentMode.VARIADIC, sqlType, Optional.empty());
    }

    /** Returns a table with this column; once for each column. */
    public Routine column(String column, String sqlType) {
        return add(column, ArgumentMode.TABLE, sqlType, Optional.empty());
    }

    private Routine add(String argument, ArgumentMode mode, String sqlType, Optional<String> value) {
        arguments.add(new Typed(argument, mode, sqlType, value.map(Expression::new)));
        return this;
    }

    /** Returns a value of this type. */
    public Routine returns(String sqlType) {
        result = sqlType;
        return this;
    }

    /** Returns any number of values or rows of this type. */
    public Routine returnsSetOf(String sqlType) {
        setOf = true;
        return returns(sqlType);
    }

    /** Is run by triggers. */
    public Routine returnsTrigger() {
        return returns("trigger");
    }

    /** Is written in this language; in SQL when this is not said. */
    public Routine language(String words) {
        language = words;
        return this;
    }

    /** Does what this text says, which the language reads when the routine runs. */
    public Routine body(String text) {
        body = Optional.of(new RoutineBody.Text(text));
        return this;
    }

    /** Does what this SQL says, {@code RETURN ...} or {@code BEGIN ATOMIC ... END}, which the server reads now. */
    public Routine sqlBody(String sql) {
        body = Optional.of(new RoutineBody.Parsed(new Expression(sql)));
        return this;
    }

    /** Runs a function of a library, in the language C. */
    public Routine linkedTo(String library, String symbol) {
        body = Optional.of(new RoutineBody.Linked(library, symbol));
        return language("c");
    }

    /** Has a result that its arguments alone decide. */
    public Routine immutable() {
        traits = traits.withVolatility(Volatility.IMMUTABLE);
        return this;
    }

    /** Has a result that its arguments and the database decide, and changes nothing. */
    public Routine stable() {
        traits = traits.withVolatility(Volatility.STABLE);
        return this;
    }

    /** Returns null, without running, when an argument is null. */
    public Routine strict() {
        traits = traits.withStrict(true);
        return this;
    }

    /** Tells nothing of its arguments but by its result. */
    public Routine leakproof() {
        traits = traits.withLeakproof(true);
        return this;
    }

    /** Runs with the rights of its owner. */
    public Routine securityDefiner() {
        traits = traits.withSecurityDefiner(true);
        return this;
    }

    /** May run in every process of a query that runs in several. */
    public Routine parallelSafe() {
        traits = traits.withParallelism(Parallelism.SAFE);
        return this;
    }

    /** May run in the leading process of a query that runs in several. */
    public Routine parallelRestricted() {
        traits = traits.withParallelism(Parallelism.RESTRICTED);
        return this;
    }

    /** Costs so much, in units of {@code cpu_operator_cost}. */
    public Routine cost(double units) {
        traits = traits.withEstimates(Optional.of(number(units)), traits.rows());
        return this;
    }

    /** Returns about so many rows. */
    public Routine rows(double count) {
        traits = traits.withEstimates(traits.cost(), Optional.of(number(count)));
        return this;
    }

    /** As the server prints a float. */
    private static String number(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e6
                ? Long.toString((long) number)
                : Float.toString((float) number);
    }

    /** Is planned with the help of this function, which is in the usual namespace when it says none. */
    public Routine support(String function) {
        traits = traits.withSupport(Optional.of(DeclaredName.qualified(function)));
        return this;
    }

    /** Runs under this setting. */
    public Routine set(String setting, String value) {
        settings.add(new Setting(setting, value));
        return this;
    }

    /** Has values of this type transformed for its language. */
    public Routine transform(String sqlType) {
        transforms.add(sqlType);
        return this;
    }

    /** Puts the routine into another namespace than the usual one. */
    public Routine inSchema(String namespace) {
        name.inSchema(namespace);
        return this;
    }

    /** Tells the database's users about the routine. */
    public Routine comment(String comment) {
        setComment(comment);
        return this;
    }

    /** Says what the routine was called before. */
    public Routine renamedFrom(String... formerNames) {
        addFormerNames(formerNames);
        return this;
    }

    @Override
    dev.decant.model.routine.Routine build(PgSchema holder, String field, Targets targets) {
        ObjectName called = name.of(field, holder);
        return new dev.decant.model.routine.Routine(
                called,
                type,
                arguments.stream().map(Typed::read).toList(),
                result.isEmpty() ? Optional.empty() : Optional.of(new Result(DataType.parse(result), setOf)),
                language,
                body.orElseThrow(() -> new IllegalArgumentException("the routine " + called + " has no body")),
                traits.withSettings(settings)
                        .withTransforms(transforms.stream().map(DataType::parse).toList()),
                comment());
    }
}
