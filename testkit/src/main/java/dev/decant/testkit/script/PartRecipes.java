package dev.decant.testkit.script;

import java.util.List;

/** Constraints, indexes and policies of tables. */
final class PartRecipes {
    private PartRecipes() {}

    private static String add(Piece piece) {
        return "ALTER TABLE " + piece.owner() + " ADD CONSTRAINT " + piece.name() + " ";
    }

    static Piece key(Draw draw, Sketch known, Piece piece) {
        String column = draw.column(known, piece.owner()).name();
        String columns = column.equals("id") || draw.once(3) ? column : draw.any(column + ", id", "id, " + column);
        String what = draw.any("PRIMARY KEY", "UNIQUE", "UNIQUE", "UNIQUE NULLS NOT DISTINCT");
        String end = draw.any(
                "",
                "",
                " INCLUDE (" + draw.column(known, piece.owner()).name() + ")",
                " DEFERRABLE",
                " DEFERRABLE INITIALLY DEFERRED");
        return piece.written(columns, add(piece) + what + " (" + columns + ")" + end);
    }

    static Piece check(Draw draw, Sketch known, Piece piece) {
        Piece column = draw.column(known, piece.owner());
        Piece other = draw.column(known, piece.owner());
        String condition = draw.condition(column.name(), column.type(), known);
        String all = draw.once(3)
                ? "(" + condition + ") OR (" + draw.condition(other.name(), other.type(), known) + ")"
                : condition;
        return piece.written("", add(piece) + "CHECK (" + all + ")" + draw.any("", "", " NOT VALID", " NO INHERIT"));
    }

    static Piece exclusion(Draw draw, Sketch known, Piece piece) {
        Piece column = draw.column(known, piece.owner());
        String keys = draw.any(
                "EXCLUDE USING btree (id WITH =)",
                "EXCLUDE (" + column.name() + " WITH =)",
                "EXCLUDE USING gist (int4range(id, id + 5) WITH &&)");
        String where = draw.once(3) ? " WHERE (" + draw.condition(column.name(), column.type(), known) + ")" : "";
        return piece.written("", add(piece) + keys + where + draw.any("", "", " DEFERRABLE"));
    }

    static Piece foreignKey(Draw draw, Sketch known, Piece piece) {
        Piece target = draw.maybe(known.all(Thing.KEY, Thing.TABLE).stream()
                        .filter(each -> each.thing() == Thing.KEY || each.sql().contains("PRIMARY KEY"))
                        .toList())
                .orElse(piece);
        boolean table = target.thing() != Thing.KEY;
        String goal = table ? target.name() + " (id)" : target.owner() + " (" + target.type() + ")";
        Piece column = draw.column(known, piece.owner());
        String columns = table || !target.type().contains(",") ? draw.any("id", column.name()) : "id, " + column.name();
        String end =
                draw.any("", " ON DELETE CASCADE", " ON UPDATE SET NULL", " DEFERRABLE", " NOT VALID", " MATCH FULL");
        return piece.written("", add(piece) + "FOREIGN KEY (" + columns + ") REFERENCES " + goal + end);
    }

    static Piece index(Draw draw, Sketch known, Piece piece) {
        Piece column = draw.column(known, piece.owner());
        Piece other = draw.column(known, piece.owner());
        String unique = draw.once(4) ? "UNIQUE " : "";
        String keys = draw.any(
                "(" + column.name() + ")",
                "(" + column.name() + draw.any(" DESC", " NULLS FIRST", " DESC NULLS LAST") + ", id)",
                "((" + draw.value(column.name(), column.type(), known) + "))",
                "(id) INCLUDE (" + other.name() + ")",
                "(" + column.name() + " text_pattern_ops)");
        String method = unique.isEmpty() && draw.once(6)
                ? draw.any("USING hash ", "USING brin ", "USING gin ", "USING gist ")
                : "";
        String where = draw.once(4) ? " WHERE " + draw.condition(other.name(), other.type(), known) : "";
        String with =
                draw.once(6) && method.isEmpty() ? draw.any(" WITH (fillfactor = 70)", " NULLS NOT DISTINCT") : "";
        return piece.written(
                "",
                "CREATE " + unique + "INDEX " + piece.name() + " ON " + piece.owner() + " " + method + keys + with
                        + where);
    }

    static Piece statistics(Draw draw, Sketch known, Piece piece) {
        Piece column = draw.column(known, piece.owner());
        Piece other = draw.column(known, piece.owner());
        String kinds = draw.any("", "", " (ndistinct)", " (dependencies, mcv)");
        String keys = draw.any(
                "id, " + column.name(),
                column.name() + ", " + other.name(),
                "(" + draw.value(column.name(), column.type(), known) + ")");
        return piece.written(
                "",
                "CREATE STATISTICS " + piece.name() + (keys.contains(", ") ? kinds : "") + " ON " + keys + " FROM "
                        + piece.owner()
                        + draw.any("", "", ";\nALTER STATISTICS " + piece.name() + " SET STATISTICS 70"));
    }

    static Piece policy(Draw draw, Sketch known, Piece piece) {
        Piece column = draw.column(known, piece.owner());
        String condition = draw.condition(column.name(), column.type(), known);
        String table =
                draw.maybe(known.all(Thing.TABLE, Thing.VIEW)).map(Piece::name).orElse("pg_class");
        String using =
                draw.any(condition, "true", "EXISTS (SELECT 1 FROM " + table + ")", draw.call(known, "id") + " > 0");
        String sql = "CREATE POLICY " + piece.name() + " ON " + piece.owner() + draw.any("", " AS RESTRICTIVE")
                + draw.pick(List.of("", " FOR SELECT", " FOR DELETE")) + draw.any("", " TO decant_reader", " TO PUBLIC")
                + draw.any(" USING (" + using + ")", " USING (" + using + ") WITH CHECK (" + condition + ")");
        return piece.written("", sql);
    }
}
