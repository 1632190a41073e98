package dev.decant.codec;

import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The versions of a file's format: what brings a file of each earlier version to the next.
 *
 * <p>A file says its version in the field {@code format}. Values that an upgrade makes anew stand nowhere; those that it keeps are still
 * where they were read, so that messages about them lead to the file.
 *
 * @param what what such a file is, for messages
 * @param upgrades the upgrades, the first of which takes version 1 to version 2; the version of today is one more than there are upgrades
 */
public record Format(String what, List<UnaryOperator<Json.Fields>> upgrades) {
    /** The name of the field. */
    public static final String FIELD = "format";

    /** Copies the upgrades. */
    public Format {
        upgrades = List.copyOf(upgrades);
    }

    /** The version in which files are written. */
    public int version() {
        return upgrades.size() + 1;
    }

    /**
     * The content of a file in the format of today.
     *
     * @throws DecantException when the file does not say its version, or says one that this program does not know
     */
    public Json.Fields upgraded(Json file) {
        Json.Fields fields = file.asFields();
        long found = known(fields.required(FIELD));
        for (long version = found; version < version(); version++) {
            fields = upgrades.get((int) version - 1).apply(fields);
        }
        return fields;
    }

    private long known(Json json) {
        long found = json.asWhole();
        if (found < 1) {
            throw json.problem("there never was a format " + found, "restore the file from version control");
        }
        if (found > version()) {
            throw Failure.of(
                            "DCT-202",
                            what + " is in format " + found + ", this Decant knows formats up to " + version())
                    .at(json.place().toString())
                    .next("use the Decant that wrote it, or a newer one")
                    .exception();
        }
        return found;
    }
}
