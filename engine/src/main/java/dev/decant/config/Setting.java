package dev.decant.config;

import dev.decant.failure.Failure;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * One value as somebody wrote it, with its variables still to be filled in when it is needed.
 *
 * @param name what the user calls it: {@code database.url}, {@code --url}, {@code DECANT_URL}
 * @param place where it stands, for errors
 * @param template what was written
 * @param source who gave it
 * @param base what a relative path in it is relative to
 */
record Setting(String name, String place, Template template, Source source, Path base) {
    /** Who gave a value; the earlier one counts. */
    enum Source {
        FLAG,
        VARIABLE,
        FILE
    }

    /**
     * The text with its variables filled in, possibly empty.
     *
     * @throws dev.decant.failure.DecantException DCT-106 when a variable is not set
     */
    String text(Variables variables) {
        Optional<String> unset = template.firstUnset(variables::find);
        unset.ifPresent(variable -> {
            throw Failure.of("DCT-106", name + " needs the variable " + variable + ", which is not set")
                    .at(place)
                    .next("set it in the environment or in .env, or write ${" + variable + ":-default}")
                    .exception();
        });
        return template.fill(variables::find);
    }

    /**
     * What the reader makes of the text.
     *
     * @throws dev.decant.failure.DecantException DCT-104 when the text is empty, or what the reader throws, placed here
     */
    <T> T read(Variables variables, Function<String, T> reader) {
        String text = text(variables).strip();
        if (text.isEmpty()) {
            throw empty(name, place).exception();
        }
        return Places.at(place, () -> reader.apply(text));
    }

    /**
     * The path that a text means.
     *
     * @param base what a relative path is relative to
     * @throws dev.decant.failure.DecantException DCT-104 when no file can have that name
     */
    static Path path(String text, Path base) {
        try {
            return base.resolve(text).normalize();
        } catch (InvalidPathException exception) {
            throw Failure.of("DCT-104", "no file can have this name: " + exception.getReason())
                    .exception();
        }
    }

    /** The complaint about a value that is there but empty. */
    static Failure empty(String name, String place) {
        return Failure.of("DCT-104", name + " is empty").at(place).next("give it a value, or remove it");
    }

    @Override
    public String toString() {
        return name + " at " + place;
    }
}
