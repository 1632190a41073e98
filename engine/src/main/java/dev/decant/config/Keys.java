package dev.decant.config;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Every key that decant.toml knows, and what each is called as a variable. */
final class Keys {
    /** What a key holds. */
    enum Holds {
        TEXT,
        SWITCH,
        LIST,
        TABLE,
        /** A table of texts whose names are anybody's. */
        TEXTS
    }

    /** A key of one table. */
    record Key(String name, Holds holds) {}

    static final String INCLUDE = "include";
    static final String EXCLUDE = "exclude";
    static final String PLACEHOLDERS = "placeholders";
    static final String PRIVILEGES = "privileges";
    static final String OWNERS = "owners";
    static final String ROLES = "roles";
    static final String LOCK_TIMEOUT = "lock-timeout";
    static final String STATEMENT_TIMEOUT = "statement-timeout";
    static final String LOCK_BUDGET = "lock-budget";
    static final String KEEP_DROPPED = "keep-dropped";

    /** The keys that are lengths of time. */
    static final Set<String> TIMES = Set.of(LOCK_TIMEOUT, STATEMENT_TIMEOUT, LOCK_BUDGET, KEEP_DROPPED);

    static final List<Key> TOP = List.of(
            text("dialect"),
            text("schema"),
            text("out"),
            text("print-policy"),
            text(LOCK_TIMEOUT),
            text(STATEMENT_TIMEOUT),
            text(LOCK_BUDGET),
            text(KEEP_DROPPED),
            new Key("database", Holds.TABLE),
            new Key("environment", Holds.TABLE),
            new Key(INCLUDE, Holds.TABLE),
            new Key(EXCLUDE, Holds.TABLE),
            new Key(PLACEHOLDERS, Holds.TEXTS),
            new Key(PRIVILEGES, Holds.SWITCH),
            new Key(OWNERS, Holds.SWITCH),
            new Key(ROLES, Holds.LIST),
            new Key("lint", Holds.TABLE));

    /** What {@code [include]} and {@code [exclude]} know. */
    static final List<Key> FILTER =
            List.of(new Key("schemas", Holds.LIST), new Key("tables", Holds.LIST), new Key("kinds", Holds.LIST));

    static final List<Key> DATABASE = List.of(text("url"), text("user"), text("password"), text("readonly-url"));

    static final List<Key> ENVIRONMENT = List.of(
            text("url"),
            text("user"),
            text("password"),
            text("readonly-url"),
            new Key("protected", Holds.SWITCH),
            text("window"),
            new Key("backup", Holds.SWITCH),
            text("schema"),
            text("out"),
            text("print-policy"),
            text(LOCK_TIMEOUT),
            text(STATEMENT_TIMEOUT),
            text(LOCK_BUDGET),
            text(KEEP_DROPPED),
            new Key(PLACEHOLDERS, Holds.TEXTS));

    /** What has a variable without being a key: the flags that choose a file and a database. */
    private static final List<String> FLAGS = List.of("config", "env", "url", "user", "password");

    private static final String PREFIX = "DECANT_";

    private Keys() {}

    /** The variable for the key at this path, such as {@code DECANT_ENVIRONMENT_PRODUCTION_URL}. */
    static String variable(String... path) {
        return PREFIX + word(String.join("_", path));
    }

    /** A name as it stands in a variable: capitals, and {@code _} for everything but letters and digits. */
    static String word(String name) {
        return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    /** The key that is meant: an underscore in one is taken for the hyphen that it has. */
    static String spelled(String name) {
        String hyphens = name.replace('_', '-');
        return Stream.of(TOP, ENVIRONMENT)
                        .flatMap(List::stream)
                        .anyMatch(key -> key.name().equals(hyphens))
                ? hyphens
                : name;
    }

    static List<String> names(List<Key> keys) {
        return keys.stream().map(Key::name).toList();
    }

    /** The names of all variables that mean something, given the environments that exist. */
    static Set<String> variables(Set<String> environments) {
        Set<String> variables = new LinkedHashSet<>();
        FLAGS.forEach(flag -> variables.add(variable(flag)));
        TOP.stream().filter(Keys::hasVariable).forEach(key -> variables.add(variable(key.name())));
        DATABASE.forEach(key -> variables.add(variable("database", key.name())));
        for (String table : List.of(INCLUDE, EXCLUDE)) {
            FILTER.forEach(key -> variables.add(variable(table, key.name())));
        }
        for (String environment : environments) {
            ENVIRONMENT.stream()
                    .filter(Keys::hasVariable)
                    .forEach(key -> variables.add(variable("environment", environment, key.name())));
        }
        return variables;
    }

    private static boolean hasVariable(Key key) {
        return key.holds() != Holds.TABLE && key.holds() != Holds.TEXTS;
    }

    private static Key text(String name) {
        return new Key(name, Holds.TEXT);
    }
}
