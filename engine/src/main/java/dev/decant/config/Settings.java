package dev.decant.config;

import dev.decant.failure.Failure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Finds for a key whoever counts: a flag before a variable, a variable before the file.
 *
 * @param file the content of decant.toml, an empty table when there is none
 * @param root what relative paths in variables and in the file are relative to
 * @param workingDirectory what relative paths in flags are relative to
 */
record Settings(Flags flags, Variables variables, Value.Table file, Path root, Path workingDirectory) {
    /** A key outside of the tables, which an environment may override. */
    Optional<Setting> top(String key, Optional<String> environment) {
        return flag(key)
                .or(() -> environment.flatMap(name -> variable("environment", name, key)))
                .or(() -> variable(key))
                .or(() -> environment.flatMap(name -> inFile("environment", name, key)))
                .or(() -> inFile(key));
    }

    /**
     * The URL, user or password of a database from flags and variables.
     *
     * @param chosen whether this is the database that the call is about, so that {@code --url} and {@code DECANT_URL} mean it
     */
    Optional<Setting> given(String key, Optional<String> environment, boolean chosen) {
        return flag(key)
                .filter(flag -> chosen)
                .or(() -> environment.flatMap(name -> variable("environment", name, key)))
                .or(() -> chosen ? variable(key) : Optional.empty())
                .or(() -> environment.isEmpty() ? variable("database", key) : Optional.empty());
    }

    /** The URL of a database. */
    Optional<Setting> url(Optional<String> environment, boolean chosen) {
        return given("url", environment, chosen)
                .or(() -> environment.flatMap(name -> inFile("environment", name, "url")))
                .or(() -> environment.flatMap(name -> variable("database", "url")))
                .or(() -> inFile("database", "url"));
    }

    /** The URL of a database for a login that may only read; it is no more one of the database when another URL was given with the call. */
    Optional<Setting> readOnlyUrl(Optional<String> environment, boolean chosen) {
        if (chosen && flag("url").or(() -> variable("url")).isPresent()) {
            return Optional.empty();
        }
        String key = "readonly-url";
        return environment
                .map(name -> ofEnvironment(key, name))
                .orElseGet(() -> variable("database", key).or(() -> inFile("database", key)));
    }

    /** The user or password that the file gives for this URL; those that belong to another URL are not given. */
    Optional<Setting> besideUrl(String key, Setting url, Optional<String> environment) {
        List<List<String>> tables = new ArrayList<>();
        environment.ifPresent(name -> tables.add(List.of("environment", name)));
        if (environment.flatMap(name -> inFile("environment", name, "url")).isEmpty()) {
            tables.add(List.of("database"));
        }
        for (List<String> table : tables) {
            Optional<Setting> beside = inFile(with(table, "url"));
            boolean belongs = beside.isEmpty() || beside.get().place().equals(url.place());
            Optional<Setting> setting = belongs ? inFile(with(table, key)) : Optional.empty();
            if (setting.isPresent()) {
                return setting;
            }
        }
        return Optional.empty();
    }

    /** The value of a placeholder. */
    Optional<Setting> placeholder(String name, Optional<String> environment) {
        return environment
                .flatMap(chosen -> variable("environment", chosen, Keys.PLACEHOLDERS, name))
                .or(() -> variable(Keys.PLACEHOLDERS, name))
                .or(() -> environment.flatMap(chosen -> inFile("environment", chosen, Keys.PLACEHOLDERS, name)))
                .or(() -> inFile(Keys.PLACEHOLDERS, name));
    }

    /** A key that only an environment has. */
    Optional<Setting> ofEnvironment(String key, String environment) {
        return variable("environment", environment, key).or(() -> inFile("environment", environment, key));
    }

    /** Whether something is switched on for an environment. */
    boolean isOn(String key, String environment) {
        Optional<Setting> variable = variable("environment", environment, key);
        if (variable.isPresent()) {
            return variable.get().read(variables, Settings::trueOrFalse);
        }
        return file.find("environment", environment, key).orElse(null) instanceof Value.Switch on && on.on();
    }

    /** What variables and the file say of what is looked at. */
    Filters filters() {
        Filters ofVariables = filters(path -> variable(path).stream()
                        .flatMap(setting -> Stream.of(setting.text(variables).split(",")))
                        .map(String::strip)
                        .filter(glob -> !glob.isEmpty())
                        .toList())
                .withPrivileges(isOn(Keys.PRIVILEGES))
                .withOwners(isOn(Keys.OWNERS));
        Filters ofFile = filters(path -> file.find(path).map(Settings::texts).orElse(List.of()))
                .withPrivileges(file.find(Keys.PRIVILEGES).flatMap(Settings::isOn))
                .withOwners(file.find(Keys.OWNERS).flatMap(Settings::isOn));
        return ofVariables.before(ofFile);
    }

    private static Filters filters(Function<String[], List<String>> list) {
        return new Filters(globs(list, "schemas"), globs(list, "tables"), globs(list, "kinds"))
                .withRoles(list.apply(new String[] {Keys.ROLES}));
    }

    private Optional<Boolean> isOn(String key) {
        return variable(key).map(setting -> setting.read(variables, Settings::trueOrFalse));
    }

    private static Optional<Boolean> isOn(Value value) {
        return value instanceof Value.Switch on ? Optional.of(on.on()) : Optional.empty();
    }

    private static Globs globs(Function<String[], List<String>> list, String key) {
        return new Globs(list.apply(new String[] {Keys.INCLUDE, key}), list.apply(new String[] {Keys.EXCLUDE, key}));
    }

    private static List<String> texts(Value value) {
        return value instanceof Value.Items items
                ? items.values().stream()
                        .filter(Value.Text.class::isInstance)
                        .map(text -> ((Value.Text) text).text())
                        .toList()
                : List.of();
    }

    /** The names of all environments: those of the file, and those that a variable gives a URL. */
    List<String> environments() {
        Map<String, String> names = new LinkedHashMap<>();
        file.table("environment").values().keySet().forEach(name -> names.put(Keys.word(name), name));
        variables.names().stream()
                .flatMap(variable -> VariableCheck.environment(variable).stream())
                .forEach(name -> names.putIfAbsent(Keys.word(name), name));
        return List.copyOf(names.values());
    }

    /** The setting of a variable that has a value. */
    Optional<Setting> variable(String... path) {
        String name = Keys.variable(path);
        return variables
                .find(name)
                .filter(value -> !value.isEmpty())
                .map(value -> new Setting(
                        name, variables.place(name), Template.literal(value), Setting.Source.VARIABLE, root));
    }

    /** The setting of a flag. */
    Optional<Setting> flag(String key) {
        Optional<String> value = switch (key) {
            case "url" -> flags.url();
            case "user" -> flags.user();
            case "password" -> flags.password().map(Secret::reveal);
            case "dialect" -> flags.dialect();
            case "schema" -> flags.schema();
            case "out" -> flags.out();
            default -> Optional.empty();
        };
        String name = "--" + key;
        return value.map(
                text -> new Setting(name, name, Template.literal(text), Setting.Source.FLAG, workingDirectory));
    }

    private Optional<Setting> inFile(String... path) {
        return file.find(path)
                .filter(Value.Text.class::isInstance)
                .map(Value.Text.class::cast)
                .map(text -> new Setting(
                        String.join(".", path),
                        text.position().toString(),
                        Template.parse(text.text()),
                        Setting.Source.FILE,
                        root));
    }

    private static String[] with(List<String> table, String key) {
        List<String> path = new ArrayList<>(table);
        path.add(key);
        return path.toArray(String[]::new);
    }

    private static boolean trueOrFalse(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default ->
                throw Failure.of("DCT-104", "this is neither true nor false").exception();
        };
    }

    @Override
    public String toString() {
        return "Settings[" + root + "]";
    }
}
