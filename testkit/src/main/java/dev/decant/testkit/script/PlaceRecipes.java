package dev.decant.testkit.script;

/** Where and how rows are kept: tablespaces, access methods, what columns say of their values. */
final class PlaceRecipes {
    private PlaceRecipes() {}

    private static String space(Draw draw) {
        return draw.any("decant_space_1", "\"decant Space 2\"");
    }

    private static String method(Draw draw, Sketch known) {
        return draw.maybe(known.all(Thing.ACCESS_METHOD)).map(Piece::name).orElse("heap");
    }

    static Piece accessMethod(Draw draw, Sketch known, Piece piece) {
        return piece.written("", "CREATE ACCESS METHOD " + piece.name() + " TYPE TABLE HANDLER heap_tableam_handler");
    }

    static Piece table(Draw draw, Sketch known, Piece piece) {
        String key = draw.any("", " PRIMARY KEY", " PRIMARY KEY USING INDEX TABLESPACE " + space(draw));
        String create =
                "CREATE " + draw.any("", "", "UNLOGGED ") + "TABLE " + piece.name() + " (id integer" + key + ")";
        String using = draw.once(2) ? " USING " + method(draw, known) : "";
        String with = draw.any("", "", " WITH (fillfactor = 60)");
        String space = draw.once(3) ? "" : " TABLESPACE " + space(draw);
        if (draw.once(3)) {
            String strategy = draw.any("RANGE", "LIST", "HASH");
            return piece.written(
                    strategy,
                    create + " PARTITION BY " + strategy + " (id" + OperatorRecipes.named(draw, known) + ")" + using
                            + space);
        }
        return piece.written("", create + using + with + space);
    }

    /** Another place for what is there. */
    static Piece place(Draw draw, Sketch known, Piece piece) {
        String alter = "ALTER " + draw.any("TABLE ", "TABLE ", "MATERIALIZED VIEW ") + piece.owner();
        String index = "ALTER INDEX " + namespace(piece.owner()) + "."
                + TableRecipes.part(draw, known, piece.owner(), Thing.KEY, Thing.INDEX, Thing.CLASSED_INDEX);
        return piece.written(
                "",
                draw.any(
                        alter + " SET TABLESPACE " + space(draw),
                        index + " SET TABLESPACE " + space(draw),
                        alter + " SET ACCESS METHOD " + method(draw, known)));
    }

    static String namespace(String name) {
        return name.startsWith("\"")
                ? name.substring(0, name.indexOf("\".") + 1)
                : name.substring(0, name.indexOf('.'));
    }

    /** Several things that a column says of its values. */
    static Piece facets(Draw draw, Sketch known, Piece piece) {
        String column = "ALTER COLUMN " + draw.column(known, piece.owner()).name() + " ";
        StringBuilder sql = new StringBuilder("ALTER TABLE " + draw.any("", "", "ONLY ") + piece.owner());
        String comma = " ";
        for (String facet : new String[] {
            "SET STATISTICS " + draw.any("0", "70", "1000"),
            "SET STORAGE " + draw.any("PLAIN", "EXTERNAL", "EXTENDED", "MAIN"),
            "SET COMPRESSION " + draw.any("pglz", "default"),
            "SET (n_distinct = " + draw.any("3", "-0.5") + ", n_distinct_inherited = 7)"
        }) {
            if (draw.once(2)) {
                sql.append(comma).append(column).append(facet);
                comma = ", ";
            }
        }
        return piece.written("", comma.equals(" ") ? sql + " " + column + "SET STATISTICS 5" : sql.toString());
    }
}
