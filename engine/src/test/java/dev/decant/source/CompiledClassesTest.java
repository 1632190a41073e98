package dev.decant.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.decant.failure.DecantException;
import dev.decant.model.ObjectName;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompiledClassesTest {
    private static final String SCHEMA = """
            package com.acme.db;

            import dev.decant.dsl.Column;
            import dev.decant.dsl.PgTable;

            final class Users extends PgTable {
                public final Column<Integer> id = serial().primaryKey();
            }

            abstract class Base extends PgTable {}

            class Unrelated {
                static final int NUMBER = fail();

                private static int fail() {
                    throw new IllegalStateException("this class must not be initialised");
                }
            }
            """;
    private static final String ELSEWHERE = """
            package com.acme.dbx;

            final class Others extends dev.decant.dsl.PgTable {}
            """;

    @TempDir
    private Path project;

    private Path classes;

    /** Compiles a source into a folder. */
    static void compile(Path folder, String file, String text) throws IOException {
        SourceFiles sources = new SourceFiles(List.of(new SourceFile(Path.of(file), file, text)));
        Map<String, byte[]> compiled = MemoryCompiler.ofThisJava().compile(sources, OwnClassPath.entries());
        for (Map.Entry<String, byte[]> entry : compiled.entrySet()) {
            Path path = folder.resolve(entry.getKey().replace('.', '/') + ".class");
            Files.createDirectories(path.getParent());
            Files.write(path, entry.getValue());
        }
    }

    @BeforeEach
    void compileTheSchema() throws IOException {
        classes = project.resolve("classes");
        compile(classes, "Users.java", SCHEMA);
        compile(classes, "Others.java", ELSEWHERE);
    }

    @Test
    void a_package_in_a_folder_is_a_schema() {
        CompiledClasses source = new CompiledClasses(List.of(classes), "com.acme.db");

        assertThat(source.read().tables().keySet()).containsExactly(ObjectName.of("public", "users"));
        assertThat(source.describe()).isEqualTo("the compiled classes in com.acme.db");
    }

    @Test
    void a_package_in_a_jar_is_a_schema() throws IOException {
        Path jar = project.resolve("schema.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file);
                Stream<Path> paths = Files.walk(classes)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new ZipEntry(classes.relativize(path).toString()));
                Files.copy(path, out);
                out.closeEntry();
            }
        }

        assertThat(new CompiledClasses(List.of(jar), "com.acme.db").read().tables())
                .containsOnlyKeys(ObjectName.of("public", "users"));
    }

    @Test
    void the_packages_below_belong_to_it() {
        assertThat(new CompiledClasses(List.of(classes), "com.acme").read().tables())
                .containsOnlyKeys(ObjectName.of("public", "others"), ObjectName.of("public", "users"));
    }

    @Test
    void a_package_without_a_schema_is_told() {
        CompiledClasses source = new CompiledClasses(List.of(classes, project.resolve("missing")), "com.acme.nothing");

        assertThatThrownBy(source::read)
                .isInstanceOf(DecantException.class)
                .hasMessage("DCT-313 there is no class of a schema in the compiled classes in com.acme.nothing; write a"
                        + " final class that extends PgTable or SqliteTable");
    }

    @Test
    void a_class_that_cannot_be_loaded_is_told() throws IOException {
        Files.delete(classes.resolve("com/acme/db/Base.class"));
        compile(
                project.resolve("more"),
                "Base.java",
                "package com.acme.db; class Gone extends dev.decant.dsl.PgTable {}  final class Child extends Gone {}");
        Files.delete(project.resolve("more/com/acme/db/Gone.class"));

        assertThatThrownBy(() -> new CompiledClasses(List.of(classes, project.resolve("more")), "com.acme.db").read())
                .isInstanceOf(DecantException.class)
                .hasMessage("DCT-314 the class com.acme.db.Child cannot be loaded: java.lang.NoClassDefFoundError:"
                        + " com/acme/db/Gone; see that the class path holds what it needs, for this version of Java");
    }

    @Test
    void a_jar_that_is_none_is_told() throws IOException {
        Path jar = project.resolve("broken.jar");
        Files.writeString(jar, "this is no jar");

        assertThatThrownBy(() -> new CompiledClasses(List.of(jar), "com.acme.db").read())
                .isInstanceOf(DecantException.class)
                .hasMessageStartingWith("DCT-315 " + jar + ": it cannot be read: ");
    }
}
