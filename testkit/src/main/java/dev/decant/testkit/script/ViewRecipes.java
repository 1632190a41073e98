package dev.decant.testkit.script;

import java.util.ArrayList;
import java.util.List;

/** Views, materialized views and rules. */
final class ViewRecipes {
    private static final String NOWHERE = "pg_class";

    private ViewRecipes() {}

    private static String source(Draw draw, Sketch known) {
        return draw.maybe(known.all(Thing.TABLE, Thing.TABLE, Thing.VIEW, Thing.MATERIALIZED_VIEW, Thing.PARTITION))
                .map(Piece::name)
                .orElse(NOWHERE);
    }

    static Piece view(Draw draw, Sketch known, Piece piece) {
        String with = draw.any(
                "",
                "",
                "",
                " WITH (security_barrier = true)",
                " WITH (security_barrier = false)",
                " WITH (security_invoker = true)");
        String check = draw.any("", "", "", " WITH LOCAL CHECK OPTION", " WITH CASCADED CHECK OPTION");
        if (draw.once(8)) {
            return piece.written(
                    "",
                    "CREATE RECURSIVE VIEW " + piece.name() + " (id) AS SELECT 1 UNION ALL SELECT id + 1 FROM "
                            + local(piece.name()) + " WHERE id < 9");
        }
        if (draw.once(8)) {
            return piece.written(
                    "",
                    "CREATE VIEW " + piece.name() + " (id, \"Much\")" + with + " AS SELECT id, count(*) FROM "
                            + source(draw, known) + " GROUP BY id");
        }
        return piece.written("", "CREATE VIEW " + piece.name() + with + " AS " + query(draw, known) + check);
    }

    static Piece materializedView(Draw draw, Sketch known, Piece piece) {
        String with = draw.any("", "", " WITH (fillfactor = 80)");
        return piece.written(
                "",
                "CREATE MATERIALIZED VIEW " + piece.name() + with + " AS " + query(draw, known)
                        + draw.any("", " WITH NO DATA"));
    }

    private static String local(String name) {
        return name.substring(name.startsWith("\"") ? name.indexOf("\".") + 2 : name.indexOf('.') + 1);
    }

    private static String query(Draw draw, Sketch known) {
        String table = source(draw, known);
        String other = source(draw, known);
        Piece column = draw.column(known, table);
        return switch (draw.number(6)) {
            case 0 -> "SELECT id, count(*) AS many FROM " + table + " GROUP BY id HAVING count(*) > 1";
            case 1 ->
                "SELECT one.id, two.id AS \"Other\" FROM " + table + " one LEFT JOIN " + other
                        + " two ON one.id = two.id";
            case 2 ->
                "WITH w AS (SELECT id FROM " + table + " WHERE " + draw.condition(column.name(), column.type(), known)
                        + ") SELECT id FROM w UNION SELECT id FROM " + other;
            case 3 -> "SELECT * FROM " + table;
            case 4 ->
                "SELECT " + draw.call(known, "id") + " AS id, " + draw.value(column.name(), column.type(), known)
                        + " AS made FROM " + table;
            default ->
                "SELECT " + columns(draw, known, table) + " FROM " + table
                        + (draw.once(2) ? " WHERE " + draw.condition(column.name(), column.type(), known) : "");
        };
    }

    private static String columns(Draw draw, Sketch known, String table) {
        List<String> columns = new ArrayList<>(List.of("id"));
        known.columns(table).stream()
                .filter(column -> draw.once(2))
                .map(Piece::name)
                .forEach(columns::add);
        return String.join(", ", columns);
    }

    static Piece rule(Draw draw, Sketch known, Piece piece) {
        String action = draw.any(
                "INSTEAD NOTHING", "ALSO NOTIFY changed", "INSTEAD UPDATE " + source(draw, known) + " SET id = new.id");
        return piece.written(
                "",
                "CREATE RULE " + piece.name() + " AS ON " + draw.any("INSERT", "UPDATE") + " TO " + piece.owner()
                        + draw.any("", " WHERE new.id > 3") + " DO " + action
                        + (draw.once(4) ? ";\nALTER TABLE " + piece.owner() + " DISABLE RULE " + piece.name() : ""));
    }
}
