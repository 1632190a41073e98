package dev.decant.testkit.script;

/** Tables of which a composite type says the columns. */
final class TypedTableRecipes {
    private TypedTableRecipes() {}

    private static String type(Draw draw, Sketch known) {
        return draw.maybe(known.all(Thing.COMPOSITE)).map(Piece::name).orElse("app.none");
    }

    static Piece table(Draw draw, Sketch known, Piece piece) {
        String columns = draw.any(
                "",
                "",
                " (x NOT NULL)",
                " (x WITH OPTIONS DEFAULT NULL, PRIMARY KEY (x))",
                " (\"Y y\" UNIQUE, CHECK (\"Y y\" IS NOT NULL))");
        String end = draw.any("", "", " PARTITION BY LIST (x)", " WITH (fillfactor = 80)");
        String unlogged = end.startsWith(" PARTITION") ? "" : draw.any("", "", "UNLOGGED ");
        return piece.written(
                "", "CREATE " + unlogged + "TABLE " + piece.name() + " OF " + type(draw, known) + columns + end);
    }

    /** Follows a type with the same columns, which one made of the table's columns has. */
    static Piece typed(Draw draw, Sketch known, Piece piece) {
        String alter = "ALTER TABLE " + piece.owner();
        StringBuilder attributes = new StringBuilder("id integer");
        known.columns(piece.owner())
                .forEach(column -> attributes
                        .append(", ")
                        .append(column.name())
                        .append(' ')
                        .append(column.type()));
        String type = "app.row_" + piece.number();
        return piece.written(
                "",
                draw.any(
                        alter + " NOT OF",
                        alter + " OF " + type(draw, known),
                        "CREATE TYPE " + type + " AS (" + attributes + ");\n" + alter + " OF " + type));
    }
}
