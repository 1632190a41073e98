package dev.decant.testkit.script;

/** How a statement is written; writing it again gives another one for the same name. */
@FunctionalInterface
interface Recipe {
    /**
     * Writes it.
     *
     * @param piece what is known of it: its owner and its name
     * @param known what is there before
     */
    Piece write(Draw draw, Sketch known, Piece piece);

    /** The recipe for a thing. */
    static Recipe of(Thing thing) {
        return switch (thing) {
            case NAMESPACE -> (draw, known, piece) -> piece.written("", "CREATE SCHEMA " + piece.name());
            case EXTENSION -> AccessRecipes::extension;
            case ENUM -> TypeRecipes::enumeration;
            case COMPOSITE -> TypeRecipes::composite;
            case DOMAIN -> TypeRecipes::domain;
            case RANGE -> TypeRecipes::range;
            case COLLATION -> TypeRecipes::collation;
            case SEQUENCE -> TypeRecipes::sequence;
            case FUNCTION -> RoutineRecipes::function;
            case TRIGGER_FUNCTION -> RoutineRecipes::triggerFunction;
            case PROCEDURE -> RoutineRecipes::procedure;
            case AGGREGATE -> RoutineRecipes::aggregate;
            case OPERATOR -> RoutineRecipes::operator;
            case SEARCH_DICTIONARY -> SearchRecipes::dictionary;
            case SEARCH_CONFIGURATION -> SearchRecipes::configuration;
            case SERVER -> ForeignRecipes::server;
            case USER_MAPPING -> ForeignRecipes::userMapping;
            case PUBLICATION -> ForeignRecipes::publication;
            case SUBSCRIPTION -> ForeignRecipes::subscription;
            case TRIGGER -> RoutineRecipes::trigger;
            case EVENT_TRIGGER -> RoutineRecipes::eventTrigger;
            case TABLE -> TableRecipes::table;
            case PARTITION -> TableRecipes::partition;
            case COLUMN -> TableRecipes::column;
            case KEY -> PartRecipes::key;
            case CHECK -> PartRecipes::check;
            case EXCLUSION -> PartRecipes::exclusion;
            case FOREIGN_KEY -> PartRecipes::foreignKey;
            case INDEX -> PartRecipes::index;
            case POLICY -> PartRecipes::policy;
            case STATISTICS -> PartRecipes::statistics;
            case VIEW -> ViewRecipes::view;
            case MATERIALIZED_VIEW -> ViewRecipes::materializedView;
            case RULE -> ViewRecipes::rule;
            case OPTION -> TableRecipes::option;
            case GRANT -> AccessRecipes::grant;
            case DEFAULT_PRIVILEGES -> AccessRecipes::defaults;
            case COMMENT -> AccessRecipes::comment;
            case ROLE -> RoleRecipes::role;
            case MEMBERSHIP -> RoleRecipes::membership;
            case ROLE_PRIVILEGES -> RoleRecipes::privileges;
            case ROLE_DEFAULTS -> RoleRecipes::defaults;
            case ACCESS_METHOD -> PlaceRecipes::accessMethod;
            case PLACED_TABLE -> PlaceRecipes::table;
            case PLACE -> PlaceRecipes::place;
            case FACETS -> PlaceRecipes::facets;
            case CAST -> OperatorRecipes::cast;
            case OPERATOR_FAMILY -> OperatorRecipes::family;
            case OPERATOR_CLASS -> OperatorRecipes::operatorClass;
            case CLASSED_INDEX -> OperatorRecipes::index;
            case CHILD -> DescentRecipes::child;
            case PARENT -> DescentRecipes::parent;
            case TEMPORAL_TABLE -> DescentRecipes::temporal;
            case PERIOD_KEY -> DescentRecipes::period;
            case LANGUAGE -> LanguageRecipes::language;
            case TRANSFORM -> LanguageRecipes::transform;
            case SPOKEN_FUNCTION -> LanguageRecipes::function;
            case CONVERSION -> LanguageRecipes::conversion;
            case SEARCH_PARSER -> LanguageRecipes::parser;
            case SEARCH_TEMPLATE -> LanguageRecipes::template;
            case FOUND_DICTIONARY -> LanguageRecipes::found;
            case TYPED_TABLE -> TypedTableRecipes::table;
            case TYPED -> TypedTableRecipes::typed;
            case PARENT_TRIGGER -> StateRecipes::parentTrigger;
            case PARTITION_TRIGGER -> StateRecipes::partitionTrigger;
            case UNCHECKED -> StateRecipes::unchecked;
            case VALIDATION -> StateRecipes::validation;
            case IDENTITY -> SequenceRecipes::identity;
            case UNLOGGED_SEQUENCE -> SequenceRecipes::unlogged;
            case HIDDEN_COMMENT -> SequenceRecipes::comment;
            case SIBLING -> KinRecipes::sibling;
            case DIAMOND -> KinRecipes::diamond;
            case FOREIGN_CHILD -> KinRecipes::foreignChild;
            case SHARED_COLUMN -> KinRecipes::sharedColumn;
        };
    }
}
