package dev.decant.cli;

import dev.decant.failure.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** The project of the Open Data Repository, which is packed into this program. */
final class ExampleProject {
    private static final String FOLDER = "example";
    private static final String ENTRIES = "dev/decant/cli/" + FOLDER + "/";

    private ExampleProject() {}

    /** Writes all its files into a folder. */
    static void copyInto(Path target) {
        try {
            URL packed = Optional.ofNullable(ExampleProject.class.getResource(FOLDER))
                    .orElseThrow(() -> Failure.of("DCT-121", "this Decant was packed without its example project")
                            .next("build it with its own build")
                            .exception());
            URLConnection connection = packed.openConnection();
            if (connection instanceof JarURLConnection jar) {
                copy(jar.getJarFile(), target);
            } else {
                copy(Path.of(packed.toURI()), target);
            }
        } catch (IOException | URISyntaxException e) {
            throw Failure.of("DCT-122", "the example cannot be written here (" + e.getMessage() + ")")
                    .at(target.toString())
                    .next("name another folder: decant quickstart FOLDER")
                    .exception(e);
        }
    }

    private static void copy(JarFile jar, Path target) throws IOException {
        List<JarEntry> files = jar.stream()
                .filter(entry -> entry.getName().startsWith(ENTRIES) && !entry.isDirectory())
                .toList();
        for (JarEntry file : files) {
            try (InputStream content = jar.getInputStream(file)) {
                write(content, target.resolve(file.getName().substring(ENTRIES.length())));
            }
        }
    }

    private static void copy(Path folder, Path target) throws IOException {
        try (Stream<Path> entries = Files.walk(folder)) {
            for (Path file : entries.filter(Files::isRegularFile).toList()) {
                try (InputStream content = Files.newInputStream(file)) {
                    write(content, target.resolve(folder.relativize(file).toString()));
                }
            }
        }
    }

    private static void write(InputStream content, Path file) throws IOException {
        Path parent = file.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Files.copy(content, file);
    }
}
