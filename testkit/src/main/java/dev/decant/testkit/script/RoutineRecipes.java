package dev.decant.testkit.script;

import java.util.List;

/** Functions, procedures, aggregates, and the triggers that call them. */
final class RoutineRecipes {
    private RoutineRecipes() {}

    /** A function that can be called with an integer and gives one. */
    static Piece function(Draw draw, Sketch known, Piece piece) {
        String argument = draw.any(
                "a integer",
                "a integer, b text DEFAULT 'x'",
                "integer",
                "a bigint",
                "a integer, VARIADIC r integer[] DEFAULT '{}'");
        String result = draw.any("integer", "integer", "bigint");
        String traits = " IMMUTABLE"
                + draw.any(
                        "", " STRICT", " PARALLEL SAFE", " COST 5", " SECURITY DEFINER SET search_path TO pg_catalog");
        return piece.written(
                "",
                "CREATE FUNCTION " + piece.name() + "(" + argument + ") RETURNS " + result + body(draw, known, traits)
                        + (draw.once(6) ? ";\n" + another(draw, known, piece) : ""));
    }

    /** A function of the same name that takes something else and gives rows. */
    private static String another(Draw draw, Sketch known, Piece piece) {
        String result = draw.any("SETOF text", "TABLE (x integer, \"Y y\" " + draw.type(known) + ")", "SETOF record");
        return "CREATE FUNCTION " + piece.name() + "(what " + draw.any("text", "date", "text[]") + ") RETURNS " + result
                + draw.any("", " VOLATILE", " STABLE") + draw.any("", " LEAKPROOF") + " ROWS 7 LANGUAGE plpgsql"
                + draw.any("", " SET work_mem TO '8MB'") + " AS $$ BEGIN RETURN; END $$";
    }

    private static String body(Draw draw, Sketch known, String traits) {
        String table =
                draw.maybe(known.all(Thing.TABLE, Thing.VIEW)).map(Piece::name).orElse("pg_class");
        String inner = draw.call(known, "$1::integer");
        return switch (draw.number(5)) {
            case 0 -> " LANGUAGE sql" + traits + " AS $$ SELECT $1 + 1 $$";
            case 1 -> " LANGUAGE plpgsql" + traits + " AS $$ BEGIN RETURN $1 * 2; -- it's\nEND $$";
            case 2 -> " LANGUAGE sql" + traits + " RETURN $1 + " + draw.number(9);
            case 3 ->
                " LANGUAGE sql" + traits + " BEGIN ATOMIC SELECT count(*)::integer FROM " + table + "; SELECT " + inner
                        + "::integer; END";
            default -> " LANGUAGE sql" + traits + " AS 'SELECT " + inner + "::integer'";
        };
    }

    static Piece triggerFunction(Draw draw, Sketch known, Piece piece) {
        String table = draw.maybe(known.all(Thing.TABLE)).map(Piece::name).orElse("pg_class");
        String body = draw.any(
                "RETURN new;",
                "PERFORM 1 FROM " + table + "; RETURN new;",
                "IF tg_op = 'DELETE' THEN RETURN old; END IF; RETURN new;");
        return piece.written(
                "",
                "CREATE FUNCTION " + piece.name() + "() RETURNS trigger LANGUAGE plpgsql AS $body$ BEGIN " + body
                        + " END $body$");
    }

    static Piece procedure(Draw draw, Sketch known, Piece piece) {
        String arguments = draw.any("", "a " + draw.type(known), "INOUT a integer", "a text, b integer DEFAULT 5");
        return piece.written(
                "",
                "CREATE PROCEDURE " + piece.name() + "(" + arguments + ") LANGUAGE plpgsql AS $$ BEGIN "
                        + draw.any("NULL;", "COMMIT;") + " END $$");
    }

    static Piece aggregate(Draw draw, Sketch known, Piece piece) {
        String end = draw.any(
                "",
                ", INITCOND = '0'",
                ", COMBINEFUNC = int4pl, PARALLEL = SAFE",
                ", FINALFUNC = "
                        + draw.maybe(known.all(Thing.FUNCTION)).map(Piece::name).orElse("abs"));
        return piece.written(
                "",
                "CREATE AGGREGATE " + piece.name() + "(integer) (SFUNC = " + draw.any("int4pl", "int4larger")
                        + ", STYPE = integer" + end + ")");
    }

    /** An operator between integers that is true or false. */
    static Piece operator(Draw draw, Sketch known, Piece piece) {
        String function = draw.any("int4eq", "int4gt", "int4le");
        return piece.written(
                "",
                "CREATE OPERATOR " + piece.name() + " (FUNCTION = " + function
                        + ", LEFTARG = integer, RIGHTARG = integer"
                        + draw.any("", ", RESTRICT = eqsel, JOIN = eqjoinsel", ", COMMUTATOR = " + called(piece.name()))
                        + ")");
    }

    private static String called(String operator) {
        return "OPERATOR(" + operator + ")";
    }

    static Piece trigger(Draw draw, Sketch known, Piece piece) {
        String function = draw.maybe(known.all(Thing.TRIGGER_FUNCTION))
                .map(Piece::name)
                .orElse("suppress_redundant_updates_trigger");
        boolean view =
                known.all(Thing.VIEW).stream().anyMatch(each -> each.name().equals(piece.owner()));
        Piece column = draw.column(known, piece.owner());
        String when =
                draw.once(3) ? " WHEN (" + draw.condition("new." + column.name(), column.type(), known) + ")" : "";
        String what = view
                ? " INSTEAD OF INSERT OR UPDATE ON " + piece.owner() + " FOR EACH ROW"
                : switch (draw.number(4)) {
                    case 0 -> " BEFORE UPDATE OF " + column.name() + " ON " + piece.owner() + " FOR EACH ROW" + when;
                    case 1 ->
                        " AFTER INSERT ON " + piece.owner() + " REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT";
                    case 2 -> " BEFORE INSERT OR UPDATE ON " + piece.owner() + " FOR EACH ROW" + when;
                    default -> " AFTER DELETE OR TRUNCATE ON " + piece.owner() + " FOR EACH STATEMENT";
                };
        String constraint = " AFTER INSERT ON " + piece.owner() + " DEFERRABLE INITIALLY DEFERRED FOR EACH ROW" + when;
        String head = !view && draw.once(6)
                ? "CREATE CONSTRAINT TRIGGER " + piece.name() + constraint
                : "CREATE TRIGGER " + piece.name() + what;
        return piece.written("", head + " EXECUTE FUNCTION " + function + "(" + draw.any("", "'a', 'it''s'") + ")");
    }

    static Piece eventTrigger(Draw draw, Sketch known, Piece piece) {
        String function = draw.pick(Draw.NAMESPACES) + ".event_" + piece.number();
        String filter = draw.any("", " WHEN TAG IN ('DROP TABLE', 'CREATE SCHEMA')");
        String make = "CREATE FUNCTION " + function + "() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END'";
        return piece.written(
                "",
                String.join(
                        ";\n",
                        List.of(
                                make,
                                "CREATE EVENT TRIGGER " + piece.name() + " ON ddl_command_end" + filter
                                        + " EXECUTE FUNCTION " + function + "()"
                                        + draw.any("", ";\nALTER EVENT TRIGGER " + piece.name() + " DISABLE"))));
    }
}
