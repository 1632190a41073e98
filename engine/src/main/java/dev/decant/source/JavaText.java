package dev.decant.source;

import dev.decant.dsl.Declaration;
import dev.decant.failure.DecantException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A schema whose classes are Java source that need not be on the disk. */
public final class JavaText extends JavaSchema {
    private final SourceFiles sources;

    /**
     * The schema in some files.
     *
     * @param folder the folder in which they will lie
     * @param files what will be in them, by their paths below the folder with {@code /} between names
     */
    public JavaText(Path folder, Map<String, String> files) {
        sources = new SourceFiles(files.entrySet().stream()
                .map(file -> new SourceFile(folder.resolve(file.getKey()), file.getKey(), file.getValue()))
                .sorted(java.util.Comparator.comparing(SourceFile::relative))
                .toList());
    }

    /** What the files declare, which may be nothing at all. */
    public Declaration declared() {
        return sources.all().isEmpty() ? Declaration.NONE : evaluate();
    }

    @Override
    public String describe() {
        return "the Java code that was written";
    }

    @Override
    Declaration evaluate() {
        Map<String, byte[]> classes = MemoryCompiler.ofThisJava().compile(sources, OwnClassPath.before(List.of()));
        try {
            return new Evaluation(List.of(), classes.keySet()).run(parent -> new MemoryLoader(classes, parent));
        } catch (DecantException wrong) {
            throw sources.locate(wrong);
        }
    }
}
