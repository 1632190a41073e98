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
    EVENT_TRIGGER;

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
            case NAMESPACE, EXTENSION, COLUMN, KEY, CHECK, EXCLUSION, FOREIGN_KEY, INDEX -> false;
            case RULE, TRIGGER, POLICY, OPTION, GRANT, COMMENT, EVENT_TRIGGER -> false;
            case SERVER, USER_MAPPING, PUBLICATION, SUBSCRIPTION, DEFAULT_PRIVILEGES -> false;
        };
    }
}
