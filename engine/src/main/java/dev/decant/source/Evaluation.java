package dev.decant.source;

import dev.decant.dsl.Declaration;
import dev.decant.dsl.Declarations;
import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Runs the classes of a schema, twice, each time in a loader of its own, so that what depends on the clock or on chance is found out.
 *
 * @param classPath what the classes may use besides Java and the DSL
 * @param names the binary names of the classes to look at
 */
record Evaluation(List<Path> classPath, Collection<String> names) {
    /**
     * What the classes say.
     *
     * @param load the loader of the classes, given that of the class path
     */
    Declaration run(UnaryOperator<ClassLoader> load) {
        Declaration first = once(load);
        Unsteadiness.refuse(first, once(load));
        return first;
    }

    private Declaration once(UnaryOperator<ClassLoader> load) {
        try (URLClassLoader users = new URLClassLoader("decant-class-path", urls(), new DslLoader())) {
            return Declarations.of(classes(load.apply(users)));
        } catch (IOException unclosed) {
            throw new UncheckedIOException(unclosed);
        }
    }

    private List<Class<?>> classes(ClassLoader loader) {
        List<Class<?>> classes = new ArrayList<>();
        List<Failure> failures = new ArrayList<>();
        for (String name : names) {
            try {
                Class<?> type = Class.forName(name, false, loader);
                if (Declarations.isPart(type)) {
                    ExitCalls.in(type).ifPresent(failures::add);
                    classes.add(type);
                }
            } catch (ClassNotFoundException | LinkageError broken) {
                failures.add(Failure.of(
                                SourceFailures.NOT_LOADABLE,
                                "the class %s cannot be loaded: %s".formatted(name, broken))
                        .next("see that the class path holds what it needs, for this version of Java"));
            }
        }
        if (!failures.isEmpty()) {
            throw new DecantException(failures);
        }
        return classes;
    }

    private URL[] urls() {
        return classPath.stream().map(Evaluation::url).toArray(URL[]::new);
    }

    private static URL url(Path path) {
        try {
            return path.toAbsolutePath().toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalArgumentException("no URL for " + path, impossible);
        }
    }
}
