package dev.decant.config;

import java.util.Optional;

/**
 * Decides who enters a database.
 *
 * <p>Flags and variables that name a user or password beat a URL given in the same way; a URL in the file beats the keys
 * beside it, because it usually comes as a whole from somewhere else. Keys of the file count only for the file's URL, so
 * that a password never goes to another server.
 */
record Credentials(Settings settings, Setting url, Optional<String> environment, boolean chosen) {
    /** The database, entered by whoever was named for it. */
    DatabaseUrl add(DatabaseUrl database) {
        if (!(database instanceof DatabaseUrl.Jdbc jdbc) || jdbc.dialect().equals("sqlite")) {
            return database;
        }
        Optional<String> user = decide("user", jdbc.user());
        Optional<String> password = decide("password", jdbc.password().map(Secret::reveal));
        return jdbc.enteredBy(user, password.map(Secret::new));
    }

    private Optional<String> decide(String key, Optional<String> inUrl) {
        Optional<Setting> given = settings.given(key, environment, chosen);
        boolean closer = given.filter(setting -> setting.source().compareTo(url.source()) <= 0)
                .isPresent();
        if (inUrl.isPresent() && !closer) {
            return inUrl;
        }
        return given.or(() -> settings.besideUrl(key, url, environment))
                .map(setting -> setting.text(settings.variables()))
                .filter(text -> !text.isEmpty());
    }
}
