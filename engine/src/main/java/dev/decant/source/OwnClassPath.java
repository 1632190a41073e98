package dev.decant.source;

import dev.decant.dsl.Declarations;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** Where the DSL itself lies, which every schema is compiled against. */
final class OwnClassPath {
    private OwnClassPath() {}

    /** The files and folders of the DSL and of the annotations in its signatures. */
    static List<Path> entries() {
        return entries(Declarations.class);
    }

    private static List<Path> entries(Class<?> own) {
        return Stream.of(own, NullMarked.class)
                .flatMap(type -> entry(type).stream())
                .distinct()
                .toList();
    }

    /** Before the user's own class path, so that another version of the DSL in it does not matter. */
    static List<Path> before(List<Path> users) {
        List<Path> all = new ArrayList<>(entries());
        all.addAll(users);
        return all;
    }

    /** Where a type of Decant lies, before the user's own class path. */
    static List<Path> before(Class<?> own, List<Path> users) {
        List<Path> all = new ArrayList<>(entries(own));
        all.addAll(users);
        return all;
    }

    private static Optional<Path> entry(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        if (source == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(source.getLocation().toURI()));
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException inAnotherJar) {
            return Optional.empty();
        }
    }
}
