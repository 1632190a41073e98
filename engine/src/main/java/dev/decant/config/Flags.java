package dev.decant.config;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The settings that were given with one call: flags of the command line, parameters of a build plugin.
 *
 * <p>Relative paths are relative to the working directory. Prints without its values, since a URL may hold a password.
 */
public record Flags(
        Optional<Path> config,
        Optional<String> environment,
        Optional<String> url,
        Optional<String> user,
        Optional<Secret> password,
        Optional<String> dialect,
        Optional<String> schema,
        Optional<String> out,
        Filters filters) {

    private static final Flags NONE = new Flags(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Filters.NONE);

    /** No flag at all. */
    public static Flags none() {
        return NONE;
    }

    /** The same with {@code --config FILE}. */
    public Flags withConfig(Path file) {
        return new Flags(Optional.of(file), environment, url, user, password, dialect, schema, out, filters);
    }

    /** The same with {@code --env NAME}. */
    public Flags withEnvironment(String name) {
        return new Flags(config, Optional.of(name), url, user, password, dialect, schema, out, filters);
    }

    /** The same with {@code --url URL}. */
    public Flags withUrl(String text) {
        return new Flags(config, environment, Optional.of(text), user, password, dialect, schema, out, filters);
    }

    /** The same with {@code --user NAME}. */
    public Flags withUser(String name) {
        return new Flags(config, environment, url, Optional.of(name), password, dialect, schema, out, filters);
    }

    /** The same with a password, which a front-end asks for or is given by its build tool. */
    public Flags withPassword(Secret secret) {
        return new Flags(config, environment, url, user, Optional.of(secret), dialect, schema, out, filters);
    }

    /** The same with {@code --dialect ID}. */
    public Flags withDialect(String id) {
        return new Flags(config, environment, url, user, password, Optional.of(id), schema, out, filters);
    }

    /** The same with {@code --schema LOCATION}. */
    public Flags withSchema(String location) {
        return new Flags(config, environment, url, user, password, dialect, Optional.of(location), out, filters);
    }

    /** The same with {@code --out FOLDER}. */
    public Flags withOut(String folder) {
        return new Flags(config, environment, url, user, password, dialect, schema, Optional.of(folder), filters);
    }

    /** The same with {@code --include} and {@code --exclude}. */
    public Flags withFilters(Filters more) {
        return new Flags(config, environment, url, user, password, dialect, schema, out, more);
    }

    @Override
    public String toString() {
        return "Flags";
    }
}
