package dev.decant.postgresql.routine;

import static dev.decant.postgresql.sql.PostgresqlText.name;
import static dev.decant.postgresql.sql.PostgresqlText.type;

import dev.decant.model.DataType;
import dev.decant.model.Expression;
import dev.decant.model.Fill;
import dev.decant.model.routine.Argument;
import dev.decant.model.routine.Parallelism;
import dev.decant.model.routine.Result;
import dev.decant.model.routine.Routine;
import dev.decant.model.routine.RoutineBody;
import dev.decant.model.routine.RoutineTraits;
import dev.decant.model.routine.RoutineType;
import dev.decant.model.routine.Volatility;
import dev.decant.postgresql.sql.PostgresqlDefaults;
import dev.decant.postgresql.sql.PostgresqlSettings;
import dev.decant.postgresql.sql.PostgresqlTypes;
import dev.decant.sql.Sql;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** How routines run, in one spelling and as it stands in CREATE FUNCTION. */
final class PostgresqlRoutineForm {
    /** What a call costs usually, in a compiled language and in another; how many rows come from a set: the page of CREATE FUNCTION. */
    private static final String COMPILED_COST = "1";

    private static final String COST = "100";
    private static final String ROWS = "1000";

    private static final Set<String> COMPILED = Set.of("c", "internal");

    private PostgresqlRoutineForm() {}

    static Routine canonical(Routine routine) {
        List<Argument> arguments = routine.arguments().stream()
                .map(PostgresqlRoutineForm::canonical)
                .toList();
        Optional<Result> result =
                routine.result().map(given -> new Result(PostgresqlRoutineForm.canonical(given.type()), given.setOf()));
        return new Routine(
                routine.name(),
                routine.type(),
                arguments,
                result,
                routine.language().toLowerCase(Locale.ROOT).equals("sql") ? "sql" : routine.language(),
                canonical(routine.body()),
                traits(routine),
                routine.comment());
    }

    private static Argument canonical(Argument argument) {
        DataType type = canonical(argument.type());
        return argument.withType(type).withValue(argument.value().map(value -> value(value, type)));
    }

    /** A default that is null is one all the same: the argument can be left out. */
    private static Expression value(Expression value, DataType type) {
        return PostgresqlDefaults.canonical(value, type) instanceof Fill.Default(Expression written)
                ? written
                : new Expression("NULL");
    }

    /** The type without length and precision, which the server forgets. */
    static DataType canonical(DataType given) {
        DataType type = PostgresqlTypes.canonical(given);
        boolean padded = type.name().equals(DataType.of("bpchar").name());
        DataType bare = new DataType(type.name(), List.of(), type.dimensions());
        return padded ? bare.withName(DataType.of("character").name()) : bare;
    }

    private static RoutineBody canonical(RoutineBody body) {
        return body instanceof RoutineBody.Parsed(Expression code)
                ? new RoutineBody.Parsed(
                        new Expression(code.sql().replaceAll("\\A(?i)begin\\s+atomic\\b", "BEGIN ATOMIC")))
                : body;
    }

    private static RoutineTraits traits(Routine routine) {
        RoutineTraits traits = routine.traits();
        boolean many = routine.result().filter(Result::setOf).isPresent();
        String usualCost = COMPILED.contains(routine.language()) ? COMPILED_COST : COST;
        return traits.withEstimates(
                        traits.cost().filter(cost -> !cost.equals(usualCost)),
                        traits.rows().filter(rows -> many && !rows.equals(ROWS)))
                .withSettings(traits.settings().stream()
                        .map(PostgresqlSettings::canonical)
                        .toList())
                .withTransforms(traits.transforms().stream()
                        .map(PostgresqlRoutineForm::canonical)
                        .toList());
    }

    /** Writes how the routine runs, as far as it is not usual. */
    static void traits(Sql sql, Routine routine) {
        RoutineTraits traits = routine.traits();
        if (!traits.transforms().isEmpty()) {
            sql.newLine()
                    .words("TRANSFORM")
                    .commas(
                            traits.transforms(),
                            (list, each) -> list.words("FOR TYPE").text(type(each)));
        }
        List<String> words = words(routine);
        if (!words.isEmpty()) {
            sql.newLine().words(String.join(" ", words));
        }
        traits.settings().forEach(setting -> PostgresqlSettings.write(sql.newLine(), setting));
    }

    private static List<String> words(Routine routine) {
        RoutineTraits traits = routine.traits();
        return Stream.of(
                        routine.type() == RoutineType.WINDOW ? "WINDOW" : "",
                        traits.volatility() == Volatility.VOLATILE
                                ? ""
                                : traits.volatility().name(),
                        traits.leakproof() ? "LEAKPROOF" : "",
                        traits.strict() ? "STRICT" : "",
                        traits.securityDefiner() ? "SECURITY DEFINER" : "",
                        traits.parallelism() == Parallelism.UNSAFE ? "" : "PARALLEL " + traits.parallelism(),
                        traits.cost().map(cost -> "COST " + cost).orElse(""),
                        traits.rows().map(rows -> "ROWS " + rows).orElse(""),
                        traits.support()
                                .map(support -> "SUPPORT " + name(support))
                                .orElse(""))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
