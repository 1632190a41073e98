package dev.decant.source;

import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import dev.decant.journal.JavaFile;
import dev.decant.migration.JavaMigration;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes classes of the Java files in the folders of migrations.
 *
 * @param classPath what they may use besides Java and Decant, where it lies in files
 * @param loader loads what they use
 */
public record JavaCode(List<Path> classPath, ClassLoader loader) {
    /** Java and Decant, and nothing else. */
    public static final JavaCode PLAIN = new JavaCode(List.of(), ownLoader());

    /** Copies the list. */
    public JavaCode {
        classPath = List.copyOf(classPath);
    }

    /** With what lies in some folders. */
    public static JavaCode with(List<Path> classPath) {
        URL[] urls = classPath.stream().map(JavaCode::url).toArray(URL[]::new);
        return classPath.isEmpty() ? PLAIN : new JavaCode(classPath, new URLClassLoader(urls, ownLoader()));
    }

    /** With what an application can see that has this loader. */
    public static JavaCode of(ClassLoader loader) {
        List<Path> files = Arrays.stream(
                        System.getProperty("java.class.path", "").split(File.pathSeparator, -1))
                .filter(entry -> !entry.isEmpty())
                .map(Path::of)
                .toList();
        return new JavaCode(files, loader);
    }

    /** Decant as it runs, and then what others can see, even if they see another Decant or none. */
    private static final class Both extends ClassLoader {
        private final ClassLoader others;

        Both(ClassLoader others) {
            super("decant-migration", ownLoader());
            this.others = others;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            return others.loadClass(name);
        }
    }

    private static ClassLoader ownLoader() {
        ClassLoader own = JavaMigration.class.getClassLoader();
        return own == null ? ClassLoader.getSystemClassLoader() : own;
    }

    private static URL url(Path path) {
        try {
            return path.toAbsolutePath().toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalArgumentException("no URL for " + path, impossible);
        }
    }

    /**
     * The classes of the files of one migration, by binary name.
     *
     * @throws DecantException DCT-310 when there is no compiler, DCT-311 with every error that it finds
     */
    public Map<String, byte[]> compile(List<JavaFile> files) {
        List<SourceFile> sources = files.stream()
                .map(file -> new SourceFile(
                        Path.of(file.path()), Path.of(file.path()).getFileName().toString(), file.text()))
                .toList();
        return MemoryCompiler.ofThisJava()
                .compile(new SourceFiles(sources), OwnClassPath.before(JavaMigration.class, classPath));
    }

    /**
     * Makes the objects of the files of one migration; the classes are those that were compiled before, if there are any.
     *
     * @return the objects by the names of their classes without packages; files of other classes are left out
     * @throws DecantException DCT-310 and DCT-311 as {@link #compile}, DCT-314 when a class cannot be loaded, DCT-540 when none can be made of it
     */
    public Map<String, JavaMigration> load(List<JavaFile> files) {
        Map<String, byte[]> classes = new HashMap<>();
        files.forEach(file -> classes.putAll(file.classes()));
        if (classes.isEmpty()) {
            classes.putAll(compile(files));
        }
        MemoryLoader made = new MemoryLoader(classes, new Both(loader));
        Map<String, JavaMigration> objects = new HashMap<>();
        for (JavaFile file : files) {
            classes.keySet().stream()
                    .filter(name -> name.equals(file.name()) || name.endsWith("." + file.name()))
                    .forEach(name -> {
                        Class<?> type = type(name, file, made);
                        if (JavaMigration.class.isAssignableFrom(type)) {
                            objects.put(file.name(), object(type.asSubclass(JavaMigration.class), file));
                        }
                    });
        }
        return objects;
    }

    private static Class<?> type(String name, JavaFile file, ClassLoader loader) {
        try {
            return Class.forName(name, true, loader);
        } catch (ClassNotFoundException | LinkageError broken) {
            throw Failure.of(SourceFailures.NOT_LOADABLE, "the class " + name + " cannot be loaded: " + broken)
                    .at(file.path())
                    .next("see that the class path holds what it needs, for this version of Java")
                    .exception(broken);
        }
    }

    private static JavaMigration object(Class<? extends JavaMigration> type, JavaFile file) {
        try {
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException broken) {
            throw Failure.of("DCT-540", "no object can be made of the class: " + broken)
                    .at(file.path())
                    .next("give it a constructor without arguments that throws nothing, and do not make it abstract")
                    .exception(broken);
        }
    }
}
