package dev.decant.source;

import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The compiler of the Java that runs, from memory to memory; no annotation processor runs. */
final class MemoryCompiler {
    /** Lines and file names are what errors are told with; local variables are nobody's business. */
    private static final List<String> OPTIONS =
            List.of("-proc:none", "-implicit:none", "-g:lines,source", "-nowarn", "-Xlint:none", "-Xmaxerrs", "1000");

    private final JavaCompiler compiler;

    private MemoryCompiler(JavaCompiler compiler) {
        this.compiler = compiler;
    }

    /** The compiler of this Java. */
    static MemoryCompiler ofThisJava() {
        return of(ToolProvider.getSystemJavaCompiler());
    }

    /**
     * A certain compiler.
     *
     * @throws DecantException when there is none, as in a runtime without development tools
     */
    static MemoryCompiler of(@Nullable JavaCompiler compiler) {
        if (compiler == null) {
            throw Failure.of(
                            SourceFailures.NO_COMPILER,
                            "the Java in " + System.getProperty("java.home")
                                    + " has no compiler, which a schema in Java source needs")
                    .next("run Decant with a JDK, or set the key schema to a package of compiled classes")
                    .exception();
        }
        return new MemoryCompiler(compiler);
    }

    /**
     * The classes of the sources, by binary name.
     *
     * @throws DecantException with every error of the compiler
     */
    Map<String, byte[]> compile(SourceFiles sources, List<Path> classPath) {
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        StringWriter unlocated = new StringWriter();
        try (StandardJavaFileManager standard =
                compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
            List<File> files = classPath.stream().map(Path::toFile).toList();
            standard.setLocation(StandardLocation.CLASS_PATH, files);
            standard.setLocation(StandardLocation.SOURCE_PATH, List.of());
            MemoryFiles output = new MemoryFiles(standard);
            List<Input> inputs = sources.all().stream().map(Input::new).toList();
            boolean done = compiler.getTask(unlocated, output, diagnostics, OPTIONS, null, inputs)
                    .call();
            if (!done) {
                throw new DecantException(failures(diagnostics.getDiagnostics(), unlocated.toString()));
            }
            return output.classes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Failure> failures(List<Diagnostic<? extends JavaFileObject>> diagnostics, String unlocated) {
        List<Failure> failures = new ArrayList<>();
        for (Diagnostic<? extends JavaFileObject> diagnostic : diagnostics) {
            if (diagnostic.getKind() == Diagnostic.Kind.ERROR) {
                failures.add(failure(diagnostic));
            }
        }
        if (failures.isEmpty()) {
            failures.add(Failure.of(SourceFailures.DOES_NOT_COMPILE, "the compiler failed: " + unlocated.strip()));
        }
        return failures;
    }

    private static Failure failure(Diagnostic<? extends JavaFileObject> diagnostic) {
        String message = diagnostic
                .getMessage(Locale.ROOT)
                .lines()
                .map(line -> line.strip().replaceAll(" +", " "))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining(", "));
        Failure failure = Failure.of(SourceFailures.DOES_NOT_COMPILE, message);
        return diagnostic.getSource() instanceof Input input
                ? failure.at("%s:%d:%d"
                        .formatted(input.file.path(), diagnostic.getLineNumber(), diagnostic.getColumnNumber()))
                : failure;
    }

    /** A source for the compiler. */
    private static final class Input extends SimpleJavaFileObject {
        private final SourceFile file;

        Input(SourceFile file) {
            super(file.path().toUri(), Kind.SOURCE);
            this.file = file;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return file.text();
        }
    }

    /** A class from the compiler. */
    private static final class Output extends SimpleJavaFileObject {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Output(String className) {
            super(URI.create("memory:///" + className.replace('.', '/') + Kind.CLASS.extension), Kind.CLASS);
        }

        @Override
        public OutputStream openOutputStream() {
            return bytes;
        }
    }

    /** Keeps what the compiler writes. */
    private static final class MemoryFiles extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, Output> outputs = new TreeMap<>();

        MemoryFiles(JavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, @Nullable FileObject sibling) {
            return outputs.computeIfAbsent(className, Output::new);
        }

        Map<String, byte[]> classes() {
            Map<String, byte[]> classes = new TreeMap<>();
            outputs.forEach((name, output) -> classes.put(name, output.bytes.toByteArray()));
            return classes;
        }
    }
}
