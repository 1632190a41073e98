package dev.decant.testkit.script;

/** Sequences that are rarely spelled out, and comments on what stands behind something else. */
final class SequenceRecipes {
    private SequenceRecipes() {}

    static Piece identity(Draw draw, Sketch known, Piece piece) {
        String sequence = behind(piece);
        String options = draw.any("", " START 5", " INCREMENT 3 CACHE 4", " MAXVALUE 90 CYCLE", " AS bigint");
        String type = draw.any("integer", "bigint", "smallint");
        String add = "ALTER TABLE " + piece.owner() + " ADD COLUMN " + piece.name() + " " + type + " GENERATED "
                + draw.any("ALWAYS", "BY DEFAULT") + " AS IDENTITY (SEQUENCE NAME " + sequence + options + ")";
        String more = draw.any(
                "",
                "",
                ";\nALTER SEQUENCE " + sequence + " AS bigint",
                ";\nALTER SEQUENCE " + sequence + " SET UNLOGGED",
                ";\nALTER SEQUENCE " + sequence + " SET LOGGED");
        return piece.written(type, add + more);
    }

    /** What the sequence of an identity column is called. */
    private static String behind(Piece piece) {
        return PlaceRecipes.namespace(piece.owner()) + ".counts_" + piece.number() % 7;
    }

    static Piece unlogged(Draw draw, Sketch known, Piece piece) {
        String column = draw.maybe(known.all(Thing.COLUMN))
                .map(each -> each.owner() + "." + each.name())
                .orElse("NONE");
        return piece.written(
                "",
                "CREATE " + draw.any("UNLOGGED ", "UNLOGGED ", "") + "SEQUENCE " + piece.name()
                        + draw.any("", " AS smallint", " START 7")
                        + draw.any("", "", " OWNED BY " + column));
    }

    static Piece comment(Draw draw, Sketch known, Piece piece) {
        String what = draw.maybe(known.all(Thing.KEY, Thing.EXCLUSION, Thing.IDENTITY))
                .map(each -> each.thing() == Thing.IDENTITY
                        ? "SEQUENCE " + behind(each)
                        : "INDEX " + PlaceRecipes.namespace(each.owner()) + "." + each.name())
                .orElse("SCHEMA public");
        return piece.written("", "COMMENT ON " + what + " IS " + draw.text());
    }
}
