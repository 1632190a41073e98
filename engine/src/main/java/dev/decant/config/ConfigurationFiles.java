package dev.decant.config;

import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds decant.toml and reads the files beside it. */
final class ConfigurationFiles {
    static final String NAME = "decant.toml";

    private ConfigurationFiles() {}

    /**
     * The configuration file: the one that was named, else the nearest in the working directory or a folder above it.
     *
     * @throws DecantException DCT-100 when a file was named that is not there
     */
    static Optional<Path> find(Flags flags, Surroundings surroundings) {
        Path start = surroundings.workingDirectory();
        Optional<String> variable = Optional.ofNullable(surroundings.variables().get(Keys.variable("config")))
                .filter(text -> !text.isEmpty());
        Optional<Path> named = flags.config().or(() -> variable.map(text -> Setting.path(text, Path.of(""))));
        if (named.isPresent()) {
            return Optional.of(
                    existing(start.resolve(named.get()).normalize(), show(start, start.resolve(named.get()))));
        }
        return Stream.iterate(start, folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve(NAME))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /**
     * The text of a file.
     *
     * @param shown what to call the file in errors
     * @throws DecantException DCT-100 when it cannot be read
     */
    static String read(Path file, String shown) {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException exception) {
            throw Failure.of("DCT-100", "the file is not UTF-8 text").at(shown).exception();
        } catch (IOException exception) {
            throw Failure.of("DCT-100", "the file cannot be read").at(shown).exception(exception);
        }
    }

    /** The path as somebody in the working directory would type it. */
    static String show(Path workingDirectory, Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        boolean related =
                workingDirectory.getRoot() != null && workingDirectory.getRoot().equals(absolute.getRoot());
        return (related ? workingDirectory.relativize(absolute) : absolute)
                .toString()
                .replace('\\', '/');
    }

    private static Path existing(Path file, String shown) {
        if (Files.isDirectory(file)) {
            throw Failure.of("DCT-100", "this is a folder")
                    .at(shown)
                    .next("name the file in it: --config " + shown + "/" + NAME)
                    .exception();
        }
        if (!Files.exists(file)) {
            throw Failure.of("DCT-100", "this configuration file does not exist")
                    .at(shown)
                    .next("check --config or DECANT_CONFIG, or make one with: decant init")
                    .exception();
        }
        return file;
    }
}
