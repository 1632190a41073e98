package dev.decant.testkit.script;

import java.util.ArrayList;
import java.util.List;

/** What leads to other servers: foreign servers and who logs in there, publications. */
final class ForeignRecipes {
    private ForeignRecipes() {}

    /** A server with a wrapper of its own, which nobody can read through. */
    static Piece server(Draw draw, Sketch known, Piece piece) {
        String wrapper = "far_" + piece.number();
        return piece.written(
                "",
                "CREATE FOREIGN DATA WRAPPER " + wrapper + options(draw) + ";\nCREATE SERVER " + piece.name()
                        + draw.any("", "", " TYPE 'x'", " VERSION '2'") + " FOREIGN DATA WRAPPER " + wrapper
                        + options(draw));
    }

    private static String options(Draw draw) {
        return draw.any("", " OPTIONS (a 'b')", " OPTIONS (a 'it''s', \"C c\" 'd')");
    }

    static Piece userMapping(Draw draw, Sketch known, Piece piece) {
        return piece.written(
                "",
                "CREATE USER MAPPING FOR " + draw.any("PUBLIC", "decant_reader") + " SERVER " + piece.owner()
                        + options(draw));
    }

    /** One that never connects. */
    static Piece subscription(Draw draw, Sketch known, Piece piece) {
        return piece.written(
                "",
                "CREATE SUBSCRIPTION " + piece.name() + " CONNECTION 'host=nowhere' PUBLICATION "
                        + draw.any("p", "p, \"Q q\"") + " WITH (connect = false, slot_name = NONE"
                        + draw.any("", ", binary = true") + ")");
    }

    static Piece publication(Draw draw, Sketch known, Piece piece) {
        List<String> tables = new ArrayList<>();
        for (Piece table : known.all(Thing.TABLE)) {
            if (draw.once(2)) {
                tables.add(table.name() + draw.any("", "", "", " (id)", " WHERE (id > 5)"));
            }
        }
        String what = tables.isEmpty()
                ? draw.any("", " FOR ALL TABLES", " FOR TABLES IN SCHEMA app")
                : " FOR TABLE " + String.join(", ", tables);
        String with = draw.any("", " WITH (publish = 'insert')", " WITH (publish_via_partition_root = true)");
        return piece.written("", "CREATE PUBLICATION " + piece.name() + what + with);
    }
}
