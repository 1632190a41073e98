package dev.decant.emit;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import dev.decant.failure.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Reads Java source with the compiler of the Java that runs, which reads what that compiles. */
final class JavaParser {
    private JavaParser() {}

    /**
     * The files with what stands where.
     *
     * @throws dev.decant.failure.DecantException DCT-310 when this Java has no compiler
     */
    static List<ParsedFile> parse(List<JavaFile> files) {
        Map<URI, JavaFile> byUri = new HashMap<>();
        for (JavaFile file : files) {
            byUri.put(URI.create("string:///" + byUri.size() + ".java"), file);
        }
        List<Input> inputs = byUri.entrySet().stream()
                .map(entry -> new Input(entry.getKey(), entry.getValue().text()))
                .toList();
        List<String> options = List.of("-proc:none");
        JavacTask task = (JavacTask) compiler().getTask(null, null, diagnostic -> {}, options, null, inputs);
        SourcePositions positions = Trees.instance(task).getSourcePositions();
        try {
            List<ParsedFile> parsed = new ArrayList<>();
            for (CompilationUnitTree unit : task.parse()) {
                JavaFile file =
                        Objects.requireNonNull(byUri.get(unit.getSourceFile().toUri()), "no such file");
                parsed.add(new UnitReader(file, unit, positions).read());
            }
            parsed.sort(Comparator.comparing(each -> each.file().path()));
            return parsed;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static JavaCompiler compiler() {
        @Nullable JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw Failure.of("DCT-310", "the Java that runs has no compiler, which reads the classes that are there")
                    .next("run Decant with a JDK")
                    .exception();
        }
        return compiler;
    }

    /** A file that is read from memory. */
    private static final class Input extends SimpleJavaFileObject {
        private final String text;

        Input(URI uri, String text) {
            super(uri, JavaFileObject.Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
