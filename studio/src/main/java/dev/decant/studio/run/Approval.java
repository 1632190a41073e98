package dev.decant.studio.run;

import dev.decant.config.DatabaseUrl;
import dev.decant.config.Environment;
import java.util.Optional;

/** What somebody types who knows that data will be lost: the name of the environment, or that of its database where it has none. */
public final class Approval {
    private Approval() {}

    /** What is to be typed. */
    public static String word(Environment environment) {
        return environment.name().orElseGet(() -> switch (environment.url()) {
            case DatabaseUrl.Jdbc jdbc -> jdbc.database();
            case DatabaseUrl.Embedded embedded -> embedded.database().orElse(embedded.dialect());
        });
    }

    /** What was typed as the verbs expect it, which know a database without a name by its address. */
    public static Optional<String> of(Optional<String> typed, Environment environment) {
        return typed.map(text -> text.equals(word(environment))
                ? environment.name().orElseGet(() -> environment.url().display())
                : text);
    }
}
