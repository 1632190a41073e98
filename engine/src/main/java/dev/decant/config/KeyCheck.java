package dev.decant.config;

import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import dev.decant.failure.Suggestions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Judges all of decant.toml before any of it is used, and reports everything that is wrong at once. */
final class KeyCheck {
    private static final Pattern ENVIRONMENT = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");
    private static final String MAY_BE_EMPTY = "password";

    private record Found(Position position, Failure failure) {}

    private final List<Found> found = new ArrayList<>();

    private KeyCheck() {}

    /** What is wrong, in the order of the file. */
    static List<Failure> check(Value.Table file) {
        KeyCheck check = new KeyCheck();
        check.table("", file, Keys.TOP);
        check.table("database", file.table("database"), Keys.DATABASE);
        check.table(Keys.INCLUDE, file.table(Keys.INCLUDE), Keys.FILTER);
        check.table(Keys.EXCLUDE, file.table(Keys.EXCLUDE), Keys.FILTER);
        check.environments(file.table("environment"));
        return check.found.stream()
                .sorted(Comparator.comparing(Found::position))
                .map(Found::failure)
                .toList();
    }

    private void environments(Value.Table environments) {
        Map<String, String> words = new HashMap<>();
        environments.values().forEach((name, value) -> {
            String twin = words.putIfAbsent(Keys.word(name), name);
            if (!ENVIRONMENT.matcher(name).matches()) {
                report(
                        value,
                        Failure.of("DCT-104", "\"" + name + "\" cannot be the name of an environment")
                                .next("start with a letter and use letters, digits, - and _"));
            } else if (twin != null) {
                report(
                        value,
                        Failure.of("DCT-104", "the environments " + twin + " and " + name + " share their variables")
                                .next("rename one of them"));
            } else if (value instanceof Value.Table table) {
                table("environment." + name, table, Keys.ENVIRONMENT);
            } else if (Keys.names(Keys.ENVIRONMENT).contains(name)) {
                report(
                        value,
                        Failure.of("DCT-102", "environment." + name + " belongs to no environment")
                                .next("write it under [environment.NAME]"));
            } else {
                wrongKind("environment." + name, value, Keys.Holds.TABLE);
            }
        });
    }

    private void table(String path, Value.Table table, List<Keys.Key> keys) {
        table.values()
                .forEach((name, value) -> keys.stream()
                        .filter(key -> key.name().equals(name))
                        .findFirst()
                        .ifPresentOrElse(
                                key -> value(join(path, name), key, value), () -> unknown(path, name, value, keys)));
    }

    private void unknown(String path, String name, Value value, List<Keys.Key> keys) {
        List<String> names = Keys.names(keys);
        String advice = Suggestions.nearest(name, names)
                .map(key -> "did you mean \"" + key + "\"?")
                .orElseGet(() -> elsewhere(path, name, names));
        report(
                value,
                Failure.of("DCT-102", join(path, name) + " is not a known key").next(advice));
    }

    private static String elsewhere(String path, String name, List<String> names) {
        if (!path.isEmpty() && Keys.names(Keys.TOP).contains(name)) {
            return "it belongs at the top of the file, before the first [table]";
        }
        if (!path.equals("database")
                && !path.startsWith("environment")
                && Keys.names(Keys.DATABASE).contains(name)) {
            return "it belongs under [database]";
        }
        if (!path.startsWith("environment") && Keys.names(Keys.ENVIRONMENT).contains(name)) {
            return "it belongs under [environment.NAME]";
        }
        return Suggestions.advice(name, names);
    }

    private void value(String path, Keys.Key key, Value value) {
        switch (key.holds()) {
            case TABLE -> require(value instanceof Value.Table, path, value, Keys.Holds.TABLE);
            case TEXTS -> texts(path, value);
            case SWITCH -> require(value instanceof Value.Switch, path, value, Keys.Holds.SWITCH);
            case LIST -> require(isListOfText(value), path, value, Keys.Holds.LIST);
            case TEXT -> text(path, key.name(), value);
        }
    }

    private static boolean isListOfText(Value value) {
        return value instanceof Value.Items items && items.values().stream().allMatch(Value.Text.class::isInstance);
    }

    /** Checks a table of texts whose names and contents are anybody's; they may be empty. */
    private void texts(String path, Value value) {
        if (value instanceof Value.Table table) {
            table.values().forEach((name, each) -> text(join(path, name), MAY_BE_EMPTY, each));
        } else {
            wrongKind(path, value, Keys.Holds.TEXTS);
        }
    }

    private void text(String path, String key, Value value) {
        if (value instanceof Value.Text text) {
            text(path, key, text);
        } else {
            wrongKind(path, value, Keys.Holds.TEXT);
        }
    }

    private void require(boolean right, String path, Value value, Keys.Holds wanted) {
        if (!right) {
            wrongKind(path, value, wanted);
        }
    }

    /** Checks a text as far as that can be done without the variables in it. */
    private void text(String path, String key, Value.Text text) {
        try {
            Template template = Template.parse(text.text());
            String constant = template.fill(name -> Optional.empty());
            if (template.isConstant() && constant.isBlank() && !key.equals(MAY_BE_EMPTY)) {
                report(text, Setting.empty(path, text.position().toString()));
            } else if (template.isConstant()) {
                reader(key).accept(constant.strip());
            }
        } catch (DecantException exception) {
            exception.failures().forEach(failure -> report(text, failure));
        }
    }

    private static Consumer<String> reader(String key) {
        return switch (key) {
            case "dialect" -> Dialects::check;
            case "print-policy" -> PrintPolicy::of;
            case "window" -> MaintenanceWindow::parse;
            case "url", "readonly-url" -> text -> DatabaseUrl.parse(text, Path.of(""));
            case "schema" -> text -> SchemaLocation.of(text, Path.of(""));
            case "out" -> text -> Setting.path(text, Path.of(""));
            case Keys.LOCK_TIMEOUT, Keys.STATEMENT_TIMEOUT, Keys.LOCK_BUDGET, Keys.KEEP_DROPPED -> Durations::of;
            default -> text -> {};
        };
    }

    private void wrongKind(String path, Value value, Keys.Holds wanted) {
        String words = switch (wanted) {
            case TABLE, TEXTS -> "a table";
            case SWITCH -> "true or false";
            case LIST -> "a list of text";
            case TEXT -> "text";
        };
        String next = switch (wanted) {
            case TABLE, TEXTS -> "write [" + path + "] and its keys below";
            case SWITCH -> "";
            case LIST -> "write it like [\"one\", \"other_*\"]";
            case TEXT -> "write it in quotes";
        };
        report(
                value,
                Failure.of("DCT-103", path + " must be " + words + ", not " + value.kind())
                        .next(next));
    }

    private void report(Value value, Failure failure) {
        found.add(new Found(value.position(), failure.at(value.position().toString())));
    }

    private static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
