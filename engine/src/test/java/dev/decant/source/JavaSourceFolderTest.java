package dev.decant.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import dev.decant.model.ObjectName;
import dev.decant.model.Schema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaSourceFolderTest {
    private static final String USERS = """
            package com.acme.db;

            import dev.decant.dsl.Column;
            import dev.decant.dsl.PgTable;

            public final class Users extends PgTable {
                public static final Users USERS = new Users();
                public final Column<Integer> id = serial().primaryKey();
                public final Column<String> email = text().renamedFrom("mail");
            }
            """;
    private static final String POSTS = """
            package com.acme.db.blog;

            import static com.acme.db.Users.USERS;

            import dev.decant.dsl.Column;
            import dev.decant.dsl.PgTable;

            final class Posts extends PgTable {
                public final Column<Integer> author = integer().references(() -> USERS.id).onDelete(CASCADE);
            }
            """;

    @TempDir
    private Path project;

    private Path folder() {
        return project.resolve("src/com/acme/db");
    }

    private Path cache() {
        return project.resolve(".decant/cache/schema");
    }

    private void write(String file, String text) {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    private void write(String file, byte[] bytes) {
        try {
            Path path = folder().resolve(file);
            Files.createDirectories(path.getParent());
            Files.write(path, bytes);
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    private JavaSourceFolder source(Path... classPath) {
        return new JavaSourceFolder(folder(), List.of(classPath), cache());
    }

    private Schema read() {
        return source().read();
    }

    private List<String> failures() {
        return catchThrowableOfType(DecantException.class, this::read).failures().stream()
                .map(Failure::message)
                .map(message -> message.replace(folder() + "/", ""))
                .toList();
    }

    private List<Path> kept() throws IOException {
        try (Stream<Path> files = Files.list(cache())) {
            return files.toList();
        }
    }

    @Test
    void a_folder_of_sources_is_a_schema() {
        write("Users.java", USERS);
        write("blog/Posts.java", POSTS);
        write("package-info.java", "@org.jspecify.annotations.NullMarked package com.acme.db;");

        JavaSourceFolder source = source();
        assertThat(source.read().tables().keySet())
                .containsExactly(ObjectName.of("public", "posts"), ObjectName.of("public", "users"));
        assertThat(source.declaration().dialect()).isEqualTo("postgresql");
        assertThat(source.formerNames())
                .singleElement()
                .satisfies(name -> assertThat(name.former()).isEqualTo("mail"));
        assertThat(source.describe()).isEqualTo("the Java code in " + folder());
    }

    @Test
    void every_error_of_the_compiler_has_its_file_line_and_column() {
        write("Users.java", USERS.replace("text()", "txt()"));
        write("blog/Posts.java", POSTS.replace("USERS.id)", "USERS.email)"));

        assertThat(failures())
                .containsExactly(
                        "DCT-311 Users.java:9:41: cannot find symbol, symbol: method txt(), location: class"
                                + " com.acme.db.Users",
                        "DCT-311 blog/Posts.java:9:75: incompatible types: bad return type in lambda expression,"
                                + " dev.decant.dsl.Column<java.lang.String> cannot be converted to"
                                + " dev.decant.dsl.Column<java.lang.Integer>");
    }

    @Test
    void a_syntax_error_is_told_like_any_other() {
        write("Users.java", USERS.replace("primaryKey();", "primaryKey()"));

        assertThat(failures()).containsExactly("DCT-311 Users.java:8:60: ';' expected");
    }

    @Test
    void what_is_wrong_with_the_schema_is_told_with_the_users_own_paths() {
        write("Users.java", USERS.replace("text()", "integer().defaultNow()").replace("<String>", "<Integer>"));
        write("blog/Posts.java", POSTS.replace(".onDelete(CASCADE)", ".named(\"\")"));

        assertThat(failures())
                .containsExactly(
                        "DCT-307 Users.java:9: a column of type integer cannot be filled with the present time; use"
                                + " defaultTo(...)",
                        "DCT-306 blog/Posts.java:9: the name of the column is empty; give it a name");
    }

    @Test
    void a_class_that_throws_is_told_with_its_line() {
        write("Users.java", USERS.replace("text()", "varchar(Integer.parseInt(\"x\"))"));

        assertThat(failures())
                .containsExactly("DCT-300 Users.java:9: Users cannot be made: For input string: \"x\"; mend the class");
    }

    @Test
    void a_clock_or_a_random_number_in_a_schema_fails() {
        write("Users.java", USERS.replace("text()", "text().defaultTo(java.util.UUID.randomUUID().toString())"));

        assertThat(failures())
                .singleElement()
                .asString()
                .matches("DCT-312 the table public.users, column email, is not the"
                        + " same when evaluated again: first '[0-9a-f-]{36}', then '[0-9a-f-]{36}'; take clocks, .*");
    }

    @Test
    void a_class_that_would_end_the_program_fails() {
        write(
                "Users.java",
                USERS.replace("text()", "text().named(called())")
                        .replaceFirst("\\}\\s*$", "static String called() { System.exit(0); return \"x\"; } }"));

        assertThat(failures())
                .containsExactly(
                        "DCT-317 the class com.acme.db.Users would end the program: it calls System.exit; a schema is"
                                + " only read; throw an exception where something is wrong");
    }

    @Test
    void a_random_name_fails() {
        write("Users.java", USERS.replace("text()", "text().named(\"c\" + System.nanoTime())"));

        assertThat(failures())
                .hasSize(3)
                .anySatisfy(message -> assertThat(message).startsWith("DCT-312 the table public.users, column c"))
                .anySatisfy(message -> assertThat(message).startsWith("DCT-312 what things were called before is not"));
    }

    @Test
    void a_folder_that_is_missing_or_holds_no_schema_is_told() {
        assertThat(failures())
                .containsExactly(
                        "DCT-313 " + folder() + ": there is no such folder; create it, or set the key schema to"
                                + " the folder of the schema's classes");

        write("Empty.java", "package com.acme.db; abstract class Empty extends dev.decant.dsl.PgTable {}");
        assertThat(failures())
                .containsExactly("DCT-313 there is no class of a schema in the Java code in " + folder()
                        + "; write a final class that extends PgTable or SqliteTable");
    }

    @Test
    void a_source_that_is_not_utf_8_is_told() {
        write(
                "Users.java",
                USERS.replace("text()", "text().comment(\"\u00fc\")").getBytes(StandardCharsets.ISO_8859_1));

        assertThat(failures()).containsExactly("DCT-315 Users.java: the file is not UTF-8; save it as UTF-8");
    }

    @Test
    void a_java_without_compiler_is_told() {
        assertThatThrownBy(() -> MemoryCompiler.of(null))
                .isInstanceOf(DecantException.class)
                .hasMessageStartingWith("DCT-310 the Java in ")
                .hasMessageEndingWith("run Decant with a JDK, or set the key schema to a package of compiled classes");
    }

    @Test
    void the_same_sources_are_compiled_once() throws IOException {
        write("Users.java", USERS);
        Schema first = read();
        List<Path> kept = kept();

        assertThat(read()).isEqualTo(first);
        assertThat(kept).hasSize(1).isEqualTo(kept());
    }

    @Test
    void changed_sources_are_compiled_again() throws IOException {
        write("Users.java", USERS);
        read();
        write("Users.java", USERS.replace("email", "address"));

        assertThat(read().tables().firstEntry().getValue().column("address")).isPresent();
        assertThat(kept()).hasSize(2);
    }

    @Test
    void a_broken_file_in_the_cache_is_made_again() throws IOException {
        write("Users.java", USERS);
        Schema first = read();
        Path file = kept().getFirst();
        byte[] whole = Files.readAllBytes(file);
        for (int length : List.of(0, 3, whole.length / 2, whole.length - 1)) {
            Files.write(file, java.util.Arrays.copyOf(whole, length));

            assertThat(read()).isEqualTo(first);
            assertThat(Files.readAllBytes(file)).isEqualTo(whole);
        }
    }

    @Test
    void only_the_last_few_compilations_are_kept() throws IOException {
        for (int number = 0; number < 12; number++) {
            write("Users.java", USERS.replace("email", "email" + number));
            read();
        }

        assertThat(kept()).hasSize(8);
    }

    @Test
    void a_cache_that_cannot_be_written_is_done_without() throws IOException {
        write("Users.java", USERS);
        Files.createDirectories(cache().getParent());
        Files.writeString(cache(), "a file where a folder should be");

        assertThat(read().tables()).hasSize(1);
    }

    @Test
    void classes_of_the_class_path_can_be_used_and_those_of_decant_cannot() throws IOException {
        Path library = project.resolve("library");
        CompiledClassesTest.compile(
                library,
                "Limits.java",
                "package lib; public class Limits { public static final int LENGTH = Integer.parseInt(\"77\"); }");
        write("Users.java", USERS.replace("text()", "varchar(lib.Limits.LENGTH)"));

        assertThat(failures())
                .singleElement()
                .asString()
                .startsWith("DCT-311 Users.java:9:52: package lib does not exist");
        assertThat(source(library)
                        .read()
                        .tables()
                        .firstEntry()
                        .getValue()
                        .column("email")
                        .orElseThrow()
                        .type())
                .hasToString("character varying(77)");

        write("Users.java", USERS.replace("text()", "text().named(seen())").replace("}\n", """
                    private static String seen() {
                        try {
                            Class.forName("dev.decant.source.JavaSourceFolder");
                            return "seen";
                        } catch (ClassNotFoundException hidden) {
                            return "hidden";
                        }
                    }
                }
                """));
        assertThat(read().tables().firstEntry().getValue().column("hidden")).isPresent();
    }

    @Test
    void no_annotation_processor_of_the_class_path_runs() throws IOException {
        Path library = project.resolve("library");
        Path services = library.resolve("META-INF/services/javax.annotation.processing.Processor");
        Files.createDirectories(services.getParent());
        Files.writeString(services, "missing.Processor");
        write("Users.java", USERS);

        assertThat(source(library).read().tables()).hasSize(1);
    }
}
