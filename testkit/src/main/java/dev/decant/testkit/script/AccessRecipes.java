package dev.decant.testkit.script;

/** Privileges and comments. */
final class AccessRecipes {
    private AccessRecipes() {}

    static Piece grant(Draw draw, Sketch known, Piece piece) {
        String to = " TO " + draw.any("decant_reader", "PUBLIC", "decant_reader WITH GRANT OPTION");
        Piece thing = draw.maybe(known.all(
                        Thing.TABLE,
                        Thing.VIEW,
                        Thing.MATERIALIZED_VIEW,
                        Thing.SEQUENCE,
                        Thing.FUNCTION,
                        Thing.NAMESPACE,
                        Thing.ENUM))
                .orElse(piece);
        String what = switch (thing.thing()) {
            case SEQUENCE -> "USAGE ON SEQUENCE " + thing.name();
            case FUNCTION -> "EXECUTE ON FUNCTION " + thing.name();
            case NAMESPACE -> "USAGE ON SCHEMA " + thing.name();
            case ENUM -> "USAGE ON TYPE " + thing.name();
            default ->
                draw.any(
                                "SELECT",
                                "ALL",
                                "SELECT (id), UPDATE (id)",
                                "SELECT (" + draw.column(known, thing.name()).name() + ")")
                        + " ON " + thing.name();
        };
        boolean revoked = thing.thing() == Thing.FUNCTION && draw.once(2);
        return piece.written("", revoked ? "REVOKE " + what + " FROM PUBLIC" : "GRANT " + what + to);
    }

    static Piece extension(Draw draw, Sketch known, Piece piece) {
        return piece.written("", "CREATE EXTENSION " + piece.name() + " SCHEMA " + draw.pick(Draw.NAMESPACES));
    }

    static Piece defaults(Draw draw, Sketch known, Piece piece) {
        String namespace = draw.any(" IN SCHEMA app", " IN SCHEMA \"Big Space\"", "");
        String said = namespace.isEmpty()
                ? draw.any(
                        " GRANT SELECT ON TABLES TO decant_reader",
                        " REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC",
                        " REVOKE USAGE ON TYPES FROM PUBLIC",
                        " GRANT USAGE ON SCHEMAS TO decant_reader")
                : draw.any(
                        " GRANT SELECT ON TABLES TO decant_reader",
                        " GRANT USAGE ON SEQUENCES TO decant_reader WITH GRANT OPTION",
                        " GRANT EXECUTE ON FUNCTIONS TO decant_reader",
                        " GRANT ALL ON TYPES TO decant_reader");
        return piece.written("", "ALTER DEFAULT PRIVILEGES" + namespace + said);
    }

    static Piece comment(Draw draw, Sketch known, Piece piece) {
        Piece thing = draw.maybe(known.pieces()).orElse(piece);
        String what = switch (thing.thing()) {
            case NAMESPACE -> "SCHEMA " + thing.name();
            case ENUM, COMPOSITE, RANGE -> "TYPE " + thing.name();
            case FUNCTION, SPOKEN_FUNCTION, TRIGGER_FUNCTION -> "FUNCTION " + thing.name();
            case AGGREGATE -> "AGGREGATE " + thing.name() + "(integer)";
            case DOMAIN, COLLATION, SEQUENCE, PROCEDURE, VIEW -> thing.thing() + " " + thing.name();
            case UNLOGGED_SEQUENCE -> "SEQUENCE " + thing.name();
            case TABLE, PARTITION, PLACED_TABLE, CHILD, TEMPORAL_TABLE, TYPED_TABLE, SIBLING, DIAMOND, FOREIGN_CHILD ->
                (thing.sql().startsWith("CREATE FOREIGN") ? "FOREIGN TABLE " : "TABLE ") + thing.name();
            case MATERIALIZED_VIEW -> "MATERIALIZED VIEW " + thing.name();
            case COLUMN, IDENTITY, SHARED_COLUMN -> "COLUMN " + thing.owner() + "." + thing.name();
            case KEY, CHECK, EXCLUSION, FOREIGN_KEY, PERIOD_KEY, UNCHECKED ->
                "CONSTRAINT " + thing.name() + " ON " + thing.owner();
            case INDEX, CLASSED_INDEX ->
                "INDEX "
                        + (thing.owner().startsWith("public")
                                ? "public."
                                : thing.owner().startsWith("app") ? "app." : "\"Big Space\".")
                        + thing.name();
            case PARENT_TRIGGER -> "TRIGGER " + thing.name() + " ON " + thing.owner();
            case RULE, TRIGGER, POLICY -> thing.thing() + " " + thing.name() + " ON " + thing.owner();
            case EVENT_TRIGGER -> "EVENT TRIGGER " + thing.name();
            case OPERATOR -> "OPERATOR " + thing.name() + " (integer, integer)";
            case SEARCH_DICTIONARY -> "TEXT SEARCH DICTIONARY " + thing.name();
            case SEARCH_CONFIGURATION -> "TEXT SEARCH CONFIGURATION " + thing.name();
            case SERVER, STATISTICS, PUBLICATION, SUBSCRIPTION, EXTENSION -> thing.thing() + " " + thing.name();
            case ROLE, LANGUAGE, CONVERSION -> thing.thing() + " " + thing.name();
            case ACCESS_METHOD -> "ACCESS METHOD " + thing.name();
            case OPERATOR_FAMILY, OPERATOR_CLASS ->
                thing.thing().name().replace('_', ' ') + " " + thing.name() + " USING " + thing.type();
            case SEARCH_PARSER -> "TEXT SEARCH PARSER " + thing.name();
            case SEARCH_TEMPLATE -> "TEXT SEARCH TEMPLATE " + thing.name();
            case FOUND_DICTIONARY -> "TEXT SEARCH CONFIGURATION " + thing.name();
            case TRANSFORM, CAST, MEMBERSHIP, ROLE_PRIVILEGES, ROLE_DEFAULTS, PLACE, FACETS, PARENT -> "SCHEMA public";
            case OPTION, GRANT, COMMENT, DEFAULT_PRIVILEGES, USER_MAPPING -> "SCHEMA public";
            case TYPED, PARTITION_TRIGGER, VALIDATION, HIDDEN_COMMENT -> "SCHEMA public";
        };
        return piece.written("", "COMMENT ON " + what + " IS " + draw.text());
    }
}
