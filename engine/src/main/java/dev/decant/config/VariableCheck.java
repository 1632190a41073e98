package dev.decant.config;

import dev.decant.failure.Failure;
import dev.decant.failure.Suggestions;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Finds variables that look like settings but are none.
 *
 * <p>A variable that resembles no setting is somebody else's and left alone; one that resembles a setting, or names an
 * environment that does not exist, would be ignored against its writer's will.
 */
final class VariableCheck {
    private static final String PREFIX = "DECANT_";
    private static final String ENVIRONMENT = PREFIX + "ENVIRONMENT_";

    private VariableCheck() {}

    static List<Failure> check(Variables variables, Set<String> environments) {
        Set<String> known = Keys.variables(environments);
        return variables.names().stream()
                .filter(name -> name.startsWith(PREFIX) && !known.contains(name))
                .filter(name -> !isPlaceholder(name, environments))
                .flatMap(name -> complaint(name, variables, known).stream())
                .toList();
    }

    /** Whether it gives a placeholder a value, of which anybody may have one of any name. */
    private static boolean isPlaceholder(String variable, Set<String> environments) {
        return variable.startsWith(Keys.variable(Keys.PLACEHOLDERS, ""))
                || environments.stream()
                        .anyMatch(
                                name -> variable.startsWith(Keys.variable("environment", name, Keys.PLACEHOLDERS, "")));
    }

    /** The environment that {@code DECANT_ENVIRONMENT_NAME_URL} makes, in lower case. */
    static Optional<String> environment(String variable) {
        return variable.startsWith(ENVIRONMENT)
                        && variable.endsWith("_URL")
                        && variable.length() > ENVIRONMENT.length() + 4
                ? Optional.of(variable.substring(ENVIRONMENT.length(), variable.length() - 4)
                        .toLowerCase(Locale.ROOT))
                : Optional.empty();
    }

    private static Optional<Failure> complaint(String name, Variables variables, Set<String> known) {
        Collection<String> words = known.stream()
                .map(variable -> variable.substring(PREFIX.length()))
                .toList();
        Optional<String> nearest = Suggestions.nearest(name.substring(PREFIX.length()), words);
        if (nearest.isEmpty() && !name.startsWith(ENVIRONMENT)) {
            return Optional.empty();
        }
        String advice = nearest.map(word -> "did you mean " + PREFIX + word + "?")
                .orElse("write DECANT_ENVIRONMENT_NAME_KEY, with an environment that exists or gets a URL this way");
        return Optional.of(Failure.of("DCT-115", name + " sets nothing")
                .at(variables.place(name))
                .next(advice));
    }
}
