package dev.decant.testkit.script;

/** What a statement of a script makes. */
public enum Thing {
    NAMESPACE,
    EXTENSION,
    ENUM,
    COMPOSITE,
    DOMAIN,
    RANGE,
    COLLATION,
    SEQUENCE,
    FUNCTION,
    TRIGGER_FUNCTION,
    PROCEDURE,
    AGGREGATE,
    OPERATOR,
    SEARCH_DICTIONARY,
    SEARCH_CONFIGURATION,
    SERVER,
    USER_MAPPING,
    TABLE,
    PARTITION,
    COLUMN,
    KEY,
    CHECK,
    EXCLUSION,
    FOREIGN_KEY,
    INDEX,
    VIEW,
    MATERIALIZED_VIEW,
    RULE,
    TRIGGER,
    POLICY,
    STATISTICS,
    PUBLICATION,
    SUBSCRIPTION,
    OPTION,
    GRANT,
    DEFAULT_PRIVILEGES,
    COMMENT,
    EVENT_TRIGGER,
    ROLE,
    MEMBERSHIP,
    ROLE_PRIVILEGES,
    ROLE_DEFAULTS,
    ACCESS_METHOD,
    /** A table in a tablespace or of an access method of its own. */
    PLACED_TABLE,
    /** Another tablespace or access method for what is there. */
    PLACE,
    /** What a column says of how its values are kept. */
    FACETS,
    CAST,
    OPERATOR_FAMILY,
    OPERATOR_CLASS,
    /** An index by an operator class of the script. */
    CLASSED_INDEX,
    /** A table of several parents. */
    CHILD,
    /** One more parent for a table, or one less. */
    PARENT,
    /** A table with a key without overlaps. */
    TEMPORAL_TABLE,
    /** A foreign key to what counts over a period. */
    PERIOD_KEY,
    LANGUAGE,
    TRANSFORM,
    /** A function in a language of the script. */
    SPOKEN_FUNCTION,
    CONVERSION,
    SEARCH_PARSER,
    SEARCH_TEMPLATE,
    /** A dictionary and a configuration by a template and a parser of the script. */
    FOUND_DICTIONARY,
    /** A table of which a composite type says the columns. */
    TYPED_TABLE,
    /** A table that follows a composite type from now on, or no longer. */
    TYPED,
    /** A trigger for the rows of a table and of all of its partitions. */
    PARENT_TRIGGER,
    /** When the trigger of a table fires on one of its partitions. */
    PARTITION_TRIGGER,
    /** A constraint that rows from before were not checked for. */
    UNCHECKED,
    /** The check of the rows from before. */
    VALIDATION,
    /** An identity column with a sequence of a name, a type and a persistence of its own. */
    IDENTITY,
    UNLOGGED_SEQUENCE,
    /** A child of a table, which may have others. */
    SIBLING,
    /** A child of several children of one table. */
    DIAMOND,
    /** A foreign table of several parents. */
    FOREIGN_CHILD,
    /** A column that a table has of its own and from a parent. */
    SHARED_COLUMN,
    /** A comment on what stands behind something else: the index of a key, the sequence of an identity column. */
    HIDDEN_COMMENT;

    /** Whether its name stands in a namespace. */
    boolean qualified() {
        return switch (this) {
            case ENUM,
                    COMPOSITE,
                    DOMAIN,
                    RANGE,
                    COLLATION,
                    SEQUENCE,
                    FUNCTION,
                    TRIGGER_FUNCTION,
                    PROCEDURE,
                    AGGREGATE,
                    OPERATOR,
                    SEARCH_DICTIONARY,
                    SEARCH_CONFIGURATION,
                    STATISTICS -> true;
            case TABLE, PARTITION, VIEW, MATERIALIZED_VIEW -> true;
            case PLACED_TABLE, CHILD, TEMPORAL_TABLE, SPOKEN_FUNCTION -> true;
            case TYPED_TABLE, UNLOGGED_SEQUENCE, SIBLING, DIAMOND, FOREIGN_CHILD -> true;
            case OPERATOR_FAMILY, OPERATOR_CLASS, CONVERSION, SEARCH_PARSER, SEARCH_TEMPLATE, FOUND_DICTIONARY -> true;
            case NAMESPACE, EXTENSION, COLUMN, KEY, CHECK, EXCLUSION, FOREIGN_KEY, INDEX -> false;
            case RULE, TRIGGER, POLICY, OPTION, GRANT, COMMENT, EVENT_TRIGGER -> false;
            case SERVER, USER_MAPPING, PUBLICATION, SUBSCRIPTION, DEFAULT_PRIVILEGES -> false;
            case ROLE, MEMBERSHIP, ROLE_PRIVILEGES, ROLE_DEFAULTS, ACCESS_METHOD, LANGUAGE, TRANSFORM, CAST -> false;
            case PLACE, FACETS, CLASSED_INDEX, PARENT, PERIOD_KEY -> false;
            case TYPED, PARENT_TRIGGER, PARTITION_TRIGGER, UNCHECKED, VALIDATION -> false;
            case IDENTITY, SHARED_COLUMN, HIDDEN_COMMENT -> false;
        };
    }

    /** What it is as well for those who look for that. */
    Thing alike() {
        return switch (this) {
            case PLACED_TABLE, CHILD, TEMPORAL_TABLE -> TABLE;
            case TYPED_TABLE, SIBLING, DIAMOND, FOREIGN_CHILD -> TABLE;
            case IDENTITY, SHARED_COLUMN -> COLUMN;
            case UNLOGGED_SEQUENCE -> SEQUENCE;
            case PARENT_TRIGGER -> TRIGGER;
            default -> this;
        };
    }
}
