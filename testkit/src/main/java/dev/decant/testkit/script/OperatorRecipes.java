package dev.decant.testkit.script;

import java.util.Optional;

/** Casts, and what indexes sort and find values by. */
final class OperatorRecipes {
    private OperatorRecipes() {}

    /** A type of the script's own is never cast by itself: two of its values could not be compared any longer, nor found for a foreign key. */
    static Piece cast(Draw draw, Sketch known, Piece piece) {
        Optional<String> made =
                draw.maybe(known.all(Thing.ENUM, Thing.COMPOSITE, Thing.RANGE)).map(Piece::name);
        String own = made.orElse("point");
        String when = draw.any("", " AS ASSIGNMENT", " AS IMPLICIT");
        String away = made.isPresent() ? when.replace("IMPLICIT", "ASSIGNMENT") : when;
        String sql = switch (draw.number(4)) {
            case 0 -> by(piece, own, "integer", "SELECT 1") + away;
            case 1 -> by(piece, "integer", own, "SELECT NULL::" + own) + when;
            case 2 -> by(piece, "boolean", "date", "SELECT now()::date");
            default -> "CREATE CAST (" + own + " AS text) WITH INOUT" + away;
        };
        return piece.written("", sql);
    }

    private static String by(Piece piece, String from, String to, String body) {
        String function = "app.cast_" + piece.number() + "(" + from + ")";
        return "CREATE FUNCTION " + function + " RETURNS " + to + " LANGUAGE sql STABLE AS $$" + body
                + "$$;\nCREATE CAST (" + from + " AS " + to + ") WITH FUNCTION " + function;
    }

    static Piece family(Draw draw, Sketch known, Piece piece) {
        String members = ";\nALTER OPERATOR FAMILY " + piece.name() + " USING btree ADD ";
        return piece.written(
                "btree",
                "CREATE OPERATOR FAMILY " + piece.name() + " USING btree"
                        + draw.any(
                                "",
                                members
                                        + "OPERATOR 1 <(integer, bigint), FUNCTION 1 (integer, bigint) btint48cmp(integer, bigint)",
                                members + "FUNCTION 2 (integer) btint4sortsupport(internal)"));
    }

    static Piece operatorClass(Draw draw, Sketch known, Piece piece) {
        String family = draw.maybe(known.all(Thing.OPERATOR_FAMILY))
                .map(each -> " FAMILY " + each.name())
                .orElse("");
        String compare = "app.compare_" + piece.number() + "(integer, integer)";
        String create = "CREATE OPERATOR CLASS " + piece.name() + " FOR TYPE integer USING ";
        return switch (draw.number(3)) {
            case 0 ->
                piece.written(
                        "btree",
                        "CREATE FUNCTION " + compare
                                + " RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT btint4cmp($2, $1)';\n" + create
                                + "btree" + family
                                + " AS OPERATOR 1 >, OPERATOR 2 >=, OPERATOR 3 =, OPERATOR 4 <=, OPERATOR 5 <, FUNCTION 1 "
                                + compare);
            case 1 ->
                piece.written(
                        "btree",
                        create + "btree" + family
                                + " AS OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >, FUNCTION 1 btint4cmp(integer, integer)");
            default -> {
                String operator =
                        draw.maybe(known.all(Thing.OPERATOR)).map(Piece::name).orElse("=");
                yield piece.written(
                        "hash", create + "hash AS OPERATOR 1 " + operator + ", FUNCTION 1 hashint4(integer)");
            }
        };
    }

    /** The name of a class behind a column, or nothing. */
    static String named(Draw draw, Sketch known) {
        return draw.maybe(known.all(Thing.OPERATOR_CLASS))
                .map(each -> " " + each.name())
                .orElse("");
    }

    static Piece index(Draw draw, Sketch known, Piece piece) {
        Piece by = draw.maybe(known.all(Thing.OPERATOR_CLASS))
                .orElse(new Piece(0, Thing.OPERATOR_CLASS, "", "int4_ops", "btree", ""));
        String column = draw.column(known, piece.owner()).name();
        String key = draw.any("id", "id", "(id + 1)", column) + " " + by.name();
        if (draw.once(5)) {
            return piece.written(
                    "",
                    "ALTER TABLE " + piece.owner() + " ADD CONSTRAINT " + piece.name() + " EXCLUDE USING " + by.type()
                            + " (" + key + " WITH =)");
        }
        boolean unique = by.type().equals("btree") && draw.once(3);
        return piece.written(
                "",
                "CREATE " + (unique ? "UNIQUE " : "") + "INDEX " + piece.name() + " ON " + piece.owner() + " USING "
                        + by.type() + " (" + key + ")" + draw.any("", "", " TABLESPACE decant_space_1"));
    }
}
