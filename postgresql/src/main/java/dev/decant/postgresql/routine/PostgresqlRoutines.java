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
import dev.decant.model.routine.Argument;
import dev.decant.model.routine.ArgumentMode;
import dev.decant.model.routine.Result;
import dev.decant.model.routine.Routine;
import dev.decant.model.routine.RoutineBody;
import dev.decant.model.routine.RoutineType;
import dev.decant.postgresql.sql.PostgresqlComments;
import dev.decant.postgresql.sql.PostgresqlLocks;
import dev.decant.postgresql.sql.PostgresqlRenames;
import dev.decant.sql.Sql;
import java.util.List;

/** Functions and procedures: CREATE OR REPLACE changes whatever may change under those that call them. */
public final class PostgresqlRoutines implements ObjectSupport<Routine> {
    @Override
    public ObjectKind<Routine> kind() {
        return Routine.KIND;
    }

    @Override
    public Routine canonical(Routine routine) {
        return PostgresqlRoutineForm.canonical(routine);
    }

    @Override
    public List<Statement> create(Routine routine, SchemaView before) {
        return defined(
                statement(definition(sql("CREATE"), routine)).explained(PostgresqlLocks.NEW_OBJECT), routine, before);
    }

    @Override
    public List<Statement> drop(Routine routine, SchemaView before) {
        return List.of(statement(sql("DROP").words(word(routine)).text(signature(routine)))
                .explained(PostgresqlLocks.CATALOGUE));
    }

    /** What the page of CREATE FUNCTION says of replacing, and ProcedureCreate in src/backend/catalog/pg_proc.c. */
    @Override
    public boolean altersInPlace(Routine routine, Routine after) {
        return routine.type() == after.type()
                && routine.result().equals(after.result())
                && modes(routine).equals(modes(after))
                && keepsRow(routine, after)
                && keepsInputs(routine, after);
    }

    private static List<ArgumentMode> modes(Routine routine) {
        return routine.arguments().stream().map(Argument::mode).toList();
    }

    /** Several arguments that come out make a row, whose columns stay. */
    private static boolean keepsRow(Routine routine, Routine after) {
        List<Argument> out = routine.outputs().toList();
        return out.size() < 2
                || out.stream()
                        .map(argument -> argument.name() + " " + argument.type())
                        .toList()
                        .equals(after.outputs()
                                .map(argument -> argument.name() + " " + argument.type())
                                .toList());
    }

    /** A name may be given where there was none, and a default; neither may be taken. */
    private static boolean keepsInputs(Routine routine, Routine after) {
        List<Argument> then = routine.inputs().toList();
        List<Argument> now = after.inputs().toList();
        for (int i = 0; i < then.size(); i++) {
            boolean renamed = !then.get(i).name().isEmpty()
                    && !then.get(i).name().equals(now.get(i).name());
            if (renamed || then.get(i).value().isPresent() && now.get(i).value().isEmpty()) {
                return false;
            }
        }
        return true;
    }

    @Override
    public List<Statement> alter(Routine routine, Routine after, SchemaView before) {
        return routine.withComment("").equals(after.withComment(""))
                ? List.of()
                : defined(
                        statement(definition(sql("CREATE OR REPLACE"), after)).explained(PostgresqlLocks.CATALOGUE),
                        after,
                        before);
    }

    private static List<Statement> defined(Statement definition, Routine routine, SchemaView before) {
        return PostgresqlBodies.mentionsMissing(routine, before)
                ? PostgresqlBodies.unchecked(List.of(definition))
                : List.of(definition);
    }

    @Override
    public List<Statement> rename(Routine routine, ObjectName after, SchemaView before) {
        return PostgresqlRenames.ofDistinct(word(routine), routine.name(), arguments(routine), after).stream()
                .map(statement -> statement
                        .explained(PostgresqlLocks.CATALOGUE)
                        .with(
                                Hazard.Kind.BREAKING,
                                "programs and bodies of functions that call " + routine.name() + " no longer find it"))
                .toList();
    }

    @Override
    public List<Statement> comment(Routine routine) {
        return List.of(PostgresqlComments.on(word(routine), signature(routine), routine.comment()));
    }

    /** The word for the kind of routine: a window function is a function. */
    private static String word(Routine routine) {
        return routine.type() == RoutineType.PROCEDURE ? "PROCEDURE" : "FUNCTION";
    }

    private static String signature(Routine routine) {
        return name(routine.name()) + arguments(routine);
    }

    /**
     * The types that are passed in. Without the word IN those of a procedure may also be read as all of its types: the page of DROP
     * PROCEDURE.
     */
    private static String arguments(Routine routine) {
        String word = routine.type() == RoutineType.PROCEDURE ? "IN " : "";
        return sql("").list(
                        routine.inputs().map(Argument::type).toList(), (inside, each) -> inside.text(word + type(each)))
                .toString();
    }

    private static Sql definition(Sql sql, Routine routine) {
        sql.words(word(routine)).text(name(routine.name()));
        sql.joined("")
                .list(
                        routine.arguments().stream()
                                .filter(argument -> argument.mode() != ArgumentMode.TABLE)
                                .toList(),
                        PostgresqlRoutines::argument);
        routine.result().ifPresent(result -> result(sql, routine, result));
        sql.newLine().words("LANGUAGE").name(routine.language());
        PostgresqlRoutineForm.traits(sql, routine);
        return body(sql.newLine(), routine.body());
    }

    private static void argument(Sql sql, Argument argument) {
        sql.when(argument.mode() != ArgumentMode.IN, argument.mode().name());
        sql.when(!argument.name().isEmpty(), named -> named.name(argument.name()));
        sql.text(type(argument.type()));
        argument.value().ifPresent(value -> sql.words("DEFAULT").text(value.sql()));
    }

    private static void result(Sql sql, Routine routine, Result result) {
        sql.newLine().words("RETURNS");
        if (routine.returnsTable()) {
            sql.call(
                    "TABLE",
                    inside -> inside.commas(
                            routine.outputs().toList(),
                            (column, each) -> column.name(each.name()).text(type(each.type()))));
        } else {
            sql.when(result.setOf(), "SETOF").text(type(result.type()));
        }
    }

    private static Sql body(Sql sql, RoutineBody body) {
        return switch (body) {
            case RoutineBody.Text(String text) -> sql.words("AS").body(text);
            case RoutineBody.Parsed parsed -> sql.text(parsed.code().sql());
            case RoutineBody.Linked(String library, String symbol) ->
                sql.words("AS").literal(library).comma().literal(symbol);
        };
    }
}
