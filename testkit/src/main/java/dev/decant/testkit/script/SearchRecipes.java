package dev.decant.testkit.script;

/** What text is searched by: dictionaries and configurations. */
final class SearchRecipes {
    private SearchRecipes() {}

    static Piece dictionary(Draw draw, Sketch known, Piece piece) {
        String how = draw.any(
                "TEMPLATE = simple", "TEMPLATE = simple, ACCEPT = false", "TEMPLATE = snowball, LANGUAGE = german");
        return piece.written("", "CREATE TEXT SEARCH DICTIONARY " + piece.name() + " (" + how + ")");
    }

    static Piece configuration(Draw draw, Sketch known, Piece piece) {
        String dictionary =
                draw.maybe(known.all(Thing.SEARCH_DICTIONARY)).map(Piece::name).orElse("english_stem");
        String create = "CREATE TEXT SEARCH CONFIGURATION " + piece.name()
                + draw.any(" (PARSER = default)", " (PARSER = default)", " (COPY = simple)");
        String alter = ";\nALTER TEXT SEARCH CONFIGURATION " + piece.name();
        String map = create.contains("COPY") ? " ALTER MAPPING FOR " : " ADD MAPPING FOR ";
        return piece.written(
                "",
                create
                        + draw.any(
                                "",
                                alter + map + draw.any("word", "word, asciiword", "int") + " WITH "
                                        + draw.any("simple", dictionary, dictionary + ", simple")));
    }
}
