package dev.decant.postgresql.routine;

import static dev.decant.postgresql.sql.PostgresqlText.name;
import static dev.decant.postgresql.sql.PostgresqlText.sql;
import static dev.decant.postgresql.sql.PostgresqlText.statement;
import static dev.decant.postgresql.sql.PostgresqlText.type;

import dev.decant.dialect.Hazard;
import dev.decant.dialect.ObjectSupport;
import dev.decant.dialect.Statement;
import dev.decant.model.ObjectKind;
import dev.decant.model.ObjectName;
import dev.decant.model.SchemaView;
import dev.decant.model.aggregate.Accumulation;
import dev.decant.model.aggregate.Aggregate;
import dev.decant.model.aggregate.AggregateType;
import dev.decant.model.aggregate.FinalModify;
import dev.decant.model.aggregate.PartialAggregation;
import dev.decant.model.routine.Argument;
import dev.decant.model.routine.ArgumentMode;
import dev.decant.model.routine.Parallelism;
import dev.decant.postgresql.sql.PostgresqlComments;
import dev.decant.postgresql.sql.PostgresqlLocks;
import dev.decant.postgresql.sql.PostgresqlRenames;
import dev.decant.postgresql.sql.PostgresqlText;
import dev.decant.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Aggregates. */
public final class PostgresqlAggregates implements ObjectSupport<Aggregate> {
    @Override
    public ObjectKind<Aggregate> kind() {
        return Aggregate.KIND;
    }

    @Override
    public Aggregate canonical(Aggregate aggregate) {
        return new Aggregate(
                aggregate.name(),
                aggregate.type(),
                aggregate.arguments().stream()
                        .map(argument -> argument.withType(PostgresqlRoutineForm.canonical(argument.type())))
                        .toList(),
                aggregate.direct(),
                canonical(aggregate.rows(), aggregate.type()),
                aggregate.moving().map(moving -> canonical(moving, aggregate.type())),
                aggregate.partial(),
                aggregate.sortOperator(),
                aggregate.comment());
    }

    private static Accumulation canonical(Accumulation given, AggregateType type) {
        return new Accumulation(
                given.function(),
                PostgresqlRoutineForm.canonical(given.type()),
                given.space(),
                given.initial(),
                given.inverse(),
                given.finish(),
                given.finishExtra(),
                concise(given.finishModify(), type));
    }

    /** What is usual is not said: FINALFUNC_MODIFY on the page of CREATE AGGREGATE. */
    public static FinalModify concise(FinalModify modify, AggregateType type) {
        FinalModify usual = type == AggregateType.NORMAL ? FinalModify.READ_ONLY : FinalModify.READ_WRITE;
        return modify == usual ? FinalModify.USUAL : modify;
    }

    @Override
    public List<Statement> create(Aggregate aggregate, SchemaView before) {
        return List.of(statement(definition("CREATE AGGREGATE", aggregate)).explained(PostgresqlLocks.NEW_OBJECT));
    }

    @Override
    public List<Statement> drop(Aggregate aggregate, SchemaView before) {
        return List.of(statement(sql("DROP AGGREGATE").text(signature(aggregate, false)))
                .explained(PostgresqlLocks.CATALOGUE));
    }

    /** What it returns stays only with the state and the last function. */
    @Override
    public boolean altersInPlace(Aggregate aggregate, Aggregate after) {
        return aggregate.type() == after.type()
                && aggregate.arguments().equals(after.arguments())
                && aggregate.direct() == after.direct()
                && aggregate.rows().type().equals(after.rows().type())
                && aggregate.rows().finish().equals(after.rows().finish());
    }

    @Override
    public List<Statement> alter(Aggregate aggregate, Aggregate after, SchemaView before) {
        return aggregate.withComment("").equals(after.withComment(""))
                ? List.of()
                : List.of(statement(definition("CREATE OR REPLACE AGGREGATE", after))
                        .explained(PostgresqlLocks.CATALOGUE));
    }

    @Override
    public List<Statement> rename(Aggregate aggregate, ObjectName after, SchemaView before) {
        return PostgresqlRenames.ofDistinct("AGGREGATE", aggregate.name(), arguments(aggregate, false), after).stream()
                .map(statement -> statement
                        .explained(PostgresqlLocks.CATALOGUE)
                        .with(Hazard.Kind.BREAKING, "programs that call " + aggregate.name() + " no longer find it"))
                .toList();
    }

    @Override
    public List<Statement> comment(Aggregate aggregate) {
        return List.of(PostgresqlComments.on("AGGREGATE", signature(aggregate, false), aggregate.comment()));
    }

    private static String signature(Aggregate aggregate, boolean named) {
        return name(aggregate.name()) + arguments(aggregate, named);
    }

    /** As print_function_arguments in src/backend/utils/adt/ruleutils.c has them. */
    private static String arguments(Aggregate aggregate, boolean named) {
        if (aggregate.arguments().isEmpty()) {
            return "(*)";
        }
        List<String> all = aggregate.arguments().stream()
                .map(argument -> argument(argument, named))
                .toList();
        if (aggregate.type() == AggregateType.NORMAL) {
            return "(" + String.join(", ", all) + ")";
        }
        List<String> direct = all.subList(0, aggregate.direct());
        // An aggregate that takes any number of direct arguments takes as many rows' ones, which stand for themselves.
        List<String> sorted =
                aggregate.direct() == all.size() ? List.of(all.getLast()) : all.subList(aggregate.direct(), all.size());
        String before = direct.isEmpty() ? "" : String.join(", ", direct) + " ";
        return "(" + before + "ORDER BY " + String.join(", ", sorted) + ")";
    }

    private static String argument(Argument argument, boolean named) {
        List<String> words = new ArrayList<>();
        if (argument.mode() == ArgumentMode.VARIADIC) {
            words.add("VARIADIC");
        }
        if (named && !argument.name().isEmpty()) {
            words.add(name(argument.name()));
        }
        words.add(type(argument.type()));
        return String.join(" ", words);
    }

    private static Sql definition(String verb, Aggregate aggregate) {
        return sql(verb).text(signature(aggregate, true)).lines(options(aggregate), Sql::text);
    }

    private static List<String> options(Aggregate aggregate) {
        List<String> options = new ArrayList<>();
        accumulation(options, "", aggregate.rows());
        partial(options, aggregate.partial());
        aggregate.moving().ifPresent(moving -> accumulation(options, "M", moving));
        aggregate.sortOperator().ifPresent(operator -> options.add("SORTOP = " + operator(operator)));
        if (aggregate.partial().parallelism() != Parallelism.UNSAFE) {
            options.add("PARALLEL = " + aggregate.partial().parallelism());
        }
        if (aggregate.type() == AggregateType.HYPOTHETICAL) {
            options.add("HYPOTHETICAL");
        }
        return options;
    }

    private static String operator(ObjectName operator) {
        return "OPERATOR(" + name(operator.schema()) + "." + operator.local() + ")";
    }

    private static void accumulation(List<String> options, String prefix, Accumulation rows) {
        options.add(prefix + "SFUNC = " + name(rows.function()));
        options.add(prefix + "STYPE = " + type(rows.type()));
        if (rows.space() != 0) {
            options.add(prefix + "SSPACE = " + rows.space());
        }
        function(options, prefix + "INVFUNC", rows.inverse());
        function(options, prefix + "FINALFUNC", rows.finish());
        if (rows.finishExtra()) {
            options.add(prefix + "FINALFUNC_EXTRA");
        }
        if (rows.finishModify() != FinalModify.USUAL) {
            options.add(prefix + "FINALFUNC_MODIFY = " + rows.finishModify());
        }
        rows.initial().ifPresent(value -> options.add(prefix + "INITCOND = " + PostgresqlText.SYNTAX.literal(value)));
    }

    private static void partial(List<String> options, PartialAggregation partial) {
        function(options, "COMBINEFUNC", partial.combine());
        function(options, "SERIALFUNC", partial.serialize());
        function(options, "DESERIALFUNC", partial.deserialize());
    }

    private static void function(List<String> options, String option, Optional<ObjectName> function) {
        function.ifPresent(given -> options.add(option + " = " + name(given)));
    }
}
