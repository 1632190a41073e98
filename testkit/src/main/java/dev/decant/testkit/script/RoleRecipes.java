package dev.decant.testkit.script;

import java.util.List;

/** Roles, who belongs to whom, and what they may do. */
final class RoleRecipes {
    private static final String NOBODY = "decant_reader";

    private RoleRecipes() {}

    static Piece role(Draw draw, Sketch known, Piece piece) {
        String role = piece.name();
        String create = "CREATE ROLE " + role
                + draw.any("", " LOGIN", " CREATEDB", " NOINHERIT LOGIN", " CREATEROLE BYPASSRLS")
                + draw.any("", "", " CONNECTION LIMIT 5")
                + draw.any("", "", " VALID UNTIL '2031-05-06 07:08:09+00'")
                + (draw.once(3) ? " IN ROLE " + role(draw, known) : "");
        return piece.written(
                "",
                create
                        + draw.any(
                                "",
                                "",
                                ";\nALTER ROLE " + role + " SET work_mem TO '8MB'",
                                ";\nALTER ROLE " + role + " SET search_path TO app, \"Big Space\"",
                                ";\nCOMMENT ON ROLE " + role + " IS " + draw.text()));
    }

    static Piece membership(Draw draw, Sketch known, Piece piece) {
        String options = draw.any("", " WITH ADMIN OPTION", " WITH INHERIT FALSE", " WITH SET FALSE, ADMIN TRUE");
        return piece.written("", "GRANT " + role(draw, known) + " TO " + role(draw, known) + options);
    }

    private static String role(Draw draw, Sketch known) {
        return draw.maybe(known.all(Thing.ROLE)).map(Piece::name).orElse(NOBODY);
    }

    private static String grantee(Draw draw, Sketch known) {
        return draw.once(4) ? draw.any("PUBLIC", NOBODY, "CURRENT_USER") : role(draw, known);
    }

    static Piece privileges(Draw draw, Sketch known, Piece piece) {
        Piece thing = draw.maybe(known.all(
                        Thing.TABLE,
                        Thing.TABLE,
                        Thing.PARTITION,
                        Thing.VIEW,
                        Thing.MATERIALIZED_VIEW,
                        Thing.SEQUENCE,
                        Thing.FUNCTION,
                        Thing.PROCEDURE,
                        Thing.AGGREGATE,
                        Thing.NAMESPACE,
                        Thing.ENUM,
                        Thing.DOMAIN,
                        Thing.COMPOSITE,
                        Thing.RANGE,
                        Thing.SERVER,
                        Thing.LANGUAGE))
                .orElse(piece);
        String what = about(draw, known, thing);
        return piece.written("", changed(draw, what, grantee(draw, known)));
    }

    private static String changed(Draw draw, String what, String grantee) {
        return switch (draw.number(4)) {
            case 0 -> "REVOKE " + what + " FROM " + grantee;
            case 1 ->
                grantee.equals("PUBLIC")
                        ? "GRANT " + what + " TO PUBLIC"
                        : "GRANT " + what + " TO " + grantee + " WITH GRANT OPTION";
            case 2 -> "GRANT " + what + " TO " + grantee + ", " + NOBODY;
            default -> "GRANT " + what + " TO " + grantee;
        };
    }

    private static String about(Draw draw, Sketch known, Piece thing) {
        return switch (thing.thing()) {
            case SEQUENCE -> draw.any("USAGE", "SELECT, UPDATE", "ALL") + " ON SEQUENCE " + thing.name();
            case FUNCTION -> "EXECUTE ON FUNCTION " + thing.name();
            case PROCEDURE -> "EXECUTE ON PROCEDURE " + thing.name();
            case AGGREGATE -> "EXECUTE ON FUNCTION " + thing.name() + "(integer)";
            case NAMESPACE -> draw.any("USAGE", "CREATE", "ALL") + " ON SCHEMA " + thing.name();
            case ENUM, COMPOSITE, RANGE -> "USAGE ON TYPE " + thing.name();
            case DOMAIN -> "USAGE ON DOMAIN " + thing.name();
            case SERVER -> "USAGE ON FOREIGN SERVER " + thing.name();
            case LANGUAGE -> "USAGE ON LANGUAGE " + thing.name();
            default -> {
                String column = draw.column(known, thing.name()).name();
                yield draw.any(
                                "SELECT",
                                "INSERT, DELETE",
                                "ALL",
                                "TRIGGER, REFERENCES (id)",
                                "SELECT (id, " + column + ")",
                                "INSERT, UPDATE (" + column + ")")
                        + " ON " + thing.name();
            }
        };
    }

    static Piece defaults(Draw draw, Sketch known, Piece piece) {
        String what = draw.pick(List.of(
                "SELECT ON TABLES", "ALL ON TABLES", "USAGE ON SEQUENCES", "EXECUTE ON FUNCTIONS", "USAGE ON TYPES"));
        return piece.written(
                "",
                "ALTER DEFAULT PRIVILEGES"
                        + (draw.once(3) ? " FOR ROLE " + role(draw, known) : "")
                        + draw.any("", " IN SCHEMA app", " IN SCHEMA public, \"Big Space\"") + " "
                        + changed(draw, what, grantee(draw, known)));
    }
}
