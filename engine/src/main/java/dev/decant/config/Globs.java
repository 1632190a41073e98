package dev.decant.config;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is meant by names with {@code *} for any characters and {@code ?} for one.
 *
 * @param include what is wanted; everything when empty
 * @param exclude what of it is not
 */
public record Globs(List<String> include, List<String> exclude) {
    /** Everything. */
    public static final Globs ALL = new Globs(List.of(), List.of());

    /** Copies the lists. */
    public Globs {
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
    }

    /** Whether something is meant that has these names, of which any may match. */
    public boolean admit(String... names) {
        return (include.isEmpty() || matches(include, names)) && !matches(exclude, names);
    }

    private static boolean matches(List<String> globs, String... names) {
        return globs.stream().anyMatch(glob -> match(glob, names));
    }

    /** Whether a glob matches any of these names. */
    public static boolean match(String glob, String... names) {
        return Stream.of(names).anyMatch(name -> matches(glob, name));
    }

    private static boolean matches(String glob, String name) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < glob.length(); i++) {
            char character = glob.charAt(i);
            switch (character) {
                case '*' -> regex.append(".*");
                case '?' -> regex.append('.');
                default -> regex.append(Pattern.quote(String.valueOf(character)));
            }
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL).matcher(name).matches();
    }
}
