package dev.decant.source;

import dev.decant.dsl.Declaration;
import dev.decant.failure.DecantException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** A schema whose classes are Java source in a folder; they are compiled in memory. */
public final class JavaSourceFolder extends JavaSchema {
    private final Path folder;
    private final List<Path> classPath;
    private final ClassCache cache;

    /**
     * The schema in a folder and those in it.
     *
     * @param classPath what the classes may use besides Java and the DSL
     * @param cache a folder in which compiled classes are kept
     */
    public JavaSourceFolder(Path folder, List<Path> classPath, Path cache) {
        this.folder = folder;
        this.classPath = List.copyOf(classPath);
        this.cache = new ClassCache(cache);
    }

    @Override
    public String describe() {
        return "the Java code in " + folder;
    }

    @Override
    Declaration evaluate() {
        SourceFiles sources = SourceFiles.in(folder);
        List<Path> compileTime = OwnClassPath.before(classPath);
        Map<String, byte[]> classes = cache.get(
                key(sources, compileTime), () -> MemoryCompiler.ofThisJava().compile(sources, compileTime));
        try {
            return new Evaluation(classPath, classes.keySet()).run(parent -> new MemoryLoader(classes, parent));
        } catch (DecantException wrong) {
            throw sources.locate(wrong);
        }
    }

    /** Tells apart all that can make a difference to the compiled classes. */
    private static String key(SourceFiles sources, List<Path> classPath) {
        MessageDigest digest = sha256();
        update(digest, Runtime.version().toString());
        ClassPathStamp.of(classPath).forEach(line -> update(digest, line));
        for (SourceFile source : sources.all()) {
            update(digest, source.relative());
            update(digest, source.text());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void update(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
