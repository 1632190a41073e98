package dev.decant.source;

import dev.decant.dsl.Declaration;
import dev.decant.failure.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** A schema whose classes are compiled and lie in a package and those below it. */
public final class CompiledClasses extends JavaSchema {
    private static final String EXTENSION = ".class";

    private final List<Path> classPath;
    private final String packageName;

    /**
     * The schema in a package.
     *
     * @param classPath the folders and jars that hold the classes and what they use
     * @param packageName the package
     */
    public CompiledClasses(List<Path> classPath, String packageName) {
        this.classPath = List.copyOf(classPath);
        this.packageName = packageName;
    }

    @Override
    public String describe() {
        return "the compiled classes in " + packageName;
    }

    @Override
    Declaration evaluate() {
        Set<String> names = new TreeSet<>();
        for (Path entry : classPath) {
            try {
                names(entry, file -> addName(file, names));
            } catch (IOException unreadable) {
                throw Failure.of(SourceFailures.NOT_READABLE, "it cannot be read: " + unreadable.getMessage())
                        .at(entry.toString())
                        .next("take it from the class path, or mend it")
                        .exception(unreadable);
            }
        }
        return new Evaluation(classPath, names).run(loader -> loader);
    }

    private void names(Path entry, Consumer<String> add) throws IOException {
        if (Files.isDirectory(entry)) {
            namesInFolder(entry, add);
        } else if (Files.isRegularFile(entry)) {
            try (JarFile jar = new JarFile(entry.toFile())) {
                jar.stream().forEach(file -> add.accept(file.getName()));
            }
        }
    }

    private void namesInFolder(Path entry, Consumer<String> add) throws IOException {
        Path folder = entry.resolve(packageName.replace('.', '/'));
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.map(file -> entry.relativize(file).toString().replace('\\', '/'))
                        .forEach(add);
            }
        }
    }

    private void addName(String file, Set<String> names) {
        boolean inPackage = file.startsWith(packageName.replace('.', '/') + "/");
        if (inPackage && file.endsWith(EXTENSION) && !file.endsWith("-info" + EXTENSION)) {
            names.add(file.substring(0, file.length() - EXTENSION.length()).replace('/', '.'));
        }
    }
}
