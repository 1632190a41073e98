package dev.decant.testkit.script;

/** Languages and what belongs to them, encodings, and what finds the words of a text. */
final class LanguageRecipes {
    private LanguageRecipes() {}

    static Piece language(Draw draw, Sketch known, Piece piece) {
        return piece.written(
                "",
                "CREATE " + draw.any("", "TRUSTED ") + "LANGUAGE " + piece.name() + " HANDLER plpgsql_call_handler"
                        + draw.any("", " INLINE plpgsql_inline_handler")
                        + draw.any("", " VALIDATOR plpgsql_validator"));
    }

    private static String language(Draw draw, Sketch known) {
        return draw.maybe(known.all(Thing.LANGUAGE)).map(Piece::name).orElse("plpgsql");
    }

    static Piece transform(Draw draw, Sketch known, Piece piece) {
        String to = draw.any("smallint, 2", "integer, 4", "bigint, 8");
        String type = to.substring(0, to.indexOf(','));
        String both = "TO SQL WITH FUNCTION int" + to.charAt(to.length() - 1) + "recv(internal)";
        return piece.written(
                type,
                "CREATE TRANSFORM FOR " + type + " LANGUAGE " + language(draw, known) + " ("
                        + draw.any("", "FROM SQL WITH FUNCTION prsd_lextype(internal), ") + both + ")");
    }

    static Piece function(Draw draw, Sketch known, Piece piece) {
        String transform = draw.maybe(known.all(Thing.TRANSFORM))
                .map(each -> " TRANSFORM FOR TYPE " + each.type())
                .orElse("");
        return piece.written(
                "",
                "CREATE FUNCTION " + piece.name() + "(x integer) RETURNS " + draw.any("integer", "bigint")
                        + " LANGUAGE " + language(draw, known) + transform + " AS 'BEGIN RETURN 1; END'");
    }

    static Piece conversion(Draw draw, Sketch known, Piece piece) {
        return piece.written(
                "",
                "CREATE " + draw.any("", "DEFAULT ") + "CONVERSION " + piece.name()
                        + draw.any(
                                " FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8",
                                " FOR 'UTF8' TO 'LATIN1' FROM utf8_to_iso8859_1"));
    }

    static Piece parser(Draw draw, Sketch known, Piece piece) {
        return piece.written(
                "",
                "CREATE TEXT SEARCH PARSER " + piece.name()
                        + " (START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end, LEXTYPES = prsd_lextype"
                        + draw.any("", ", HEADLINE = prsd_headline") + ")");
    }

    static Piece template(Draw draw, Sketch known, Piece piece) {
        return piece.written(
                "",
                "CREATE TEXT SEARCH TEMPLATE " + piece.name() + " (" + draw.any("", "INIT = dsimple_init, ")
                        + "LEXIZE = dsimple_lexize)");
    }

    /** A dictionary by a template of the script and a configuration by a parser of it. */
    static Piece found(Draw draw, Sketch known, Piece piece) {
        String template =
                draw.maybe(known.all(Thing.SEARCH_TEMPLATE)).map(Piece::name).orElse("simple");
        String parser =
                draw.maybe(known.all(Thing.SEARCH_PARSER)).map(Piece::name).orElse("default");
        return piece.written(
                "",
                "CREATE TEXT SEARCH DICTIONARY " + piece.name() + " (TEMPLATE = " + template
                        + ");\nCREATE TEXT SEARCH CONFIGURATION " + piece.name() + " (PARSER = " + parser
                        + ");\nALTER TEXT SEARCH CONFIGURATION " + piece.name() + " ADD MAPPING FOR word WITH "
                        + piece.name());
    }
}
