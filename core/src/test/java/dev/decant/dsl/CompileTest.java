package dev.decant.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** What is wrong in a way that Java's types can tell does not compile. */
class CompileTest {
    private static final String USERS = """
            final class Users extends PgTable {
                static final Users USERS = new Users();
                public final Column<Integer> id = serial().primaryKey();
                public final Column<String> email = text().unique();
            }
            """;

    private static List<String> errorsOf(String base, String field) {
        String source = """
                package trial;
                import dev.decant.dsl.*;
                import java.util.List;
                enum Mood { FINE }
                enum Colour { RED }
                %s
                final class Posts extends %s {
                    %s
                }
                """.formatted(USERS, base, field);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        List<String> options = List.of(
                "-proc:none",
                "-implicit:none",
                "-d",
                System.getProperty("java.io.tmpdir"),
                "-XDshould-stop.at=FLOW",
                "-XDshould-stop.ifNoError=FLOW");
        compiler.getTask(new StringWriter(), null, found, options, null, List.of(new Source(source)))
                .call();
        return found.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(diagnostic ->
                        diagnostic.getMessage(Locale.ROOT).lines().findFirst().orElse(""))
                .toList();
    }

    /** A source that is in no file. */
    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String text) {
            super(URI.create("string:///trial/Posts.java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    @Test
    void what_is_right_compiles() {
        assertThat(errorsOf("PgTable", """
                        public final Column<Integer> author = integer().references(() -> Users.USERS.id).onDelete(SET_NULL);
                        public final Column<String> mail = varchar(99).notNull().references(() -> Users.USERS.email);
                        public final Column<Mood> mood = enumeration(Mood.class).notNull().defaultTo(Mood.FINE);
                        public final Column<List<Mood>> moods = enumeration(Mood.class).array();
                        public final Index byMood = index().on(mood.desc(), sql("lower({})", mail).op("text_ops"));
                        public final ForeignKey key = foreignKey(author, () -> Users.USERS.id).and(mail, () -> Users.USERS.email);
                        """)).isEmpty();
    }

    @Test
    void a_foreign_key_of_the_wrong_type_does_not_compile() {
        refuses(
                "PgTable",
                "public final Column<Integer> author = integer().references(() -> Users.USERS.email);",
                "bad return type in lambda expression");
    }

    @Test
    void a_second_pair_of_a_foreign_key_of_the_wrong_type_does_not_compile() {
        refuses("PgTable", """
                public final Column<Integer> a = integer();
                public final ForeignKey key = foreignKey(a, () -> Users.USERS.id).and(a, () -> Users.USERS.email);
                """, "method and in class dev.decant.dsl.PgForeignKey cannot be applied to given types");
    }

    @Test
    void an_enum_column_of_the_wrong_enum_does_not_compile() {
        refuses("PgTable", "public final Column<Mood> mood = enumeration(Colour.class);", "incompatible");
    }

    @Test
    void a_default_of_the_wrong_enum_does_not_compile() {
        refuses(
                "PgTable",
                "public final Column<Mood> mood = enumeration(Mood.class).defaultTo(Colour.RED);",
                "trial.Colour cannot be converted to trial.Mood");
    }

    @Test
    void a_default_of_the_wrong_type_does_not_compile() {
        refuses(
                "PgTable",
                "public final Column<Integer> a = integer().defaultTo(\"1\");",
                "java.lang.String cannot be converted to java.lang.Integer");
    }

    @Test
    void a_field_of_the_wrong_type_does_not_compile() {
        refuses("PgTable", "public final Column<String> a = integer();", "incompatible");
    }

    @Test
    void an_array_in_a_field_for_one_value_does_not_compile() {
        refuses("PgTable", "public final Column<String> a = text().array();", "incompatible");
    }

    @Test
    void an_action_without_a_foreign_key_does_not_compile() {
        refuses("PgTable", "public final Column<Integer> a = integer().onDelete(CASCADE);", "cannot find symbol");
    }

    @Test
    void an_index_of_nothing_does_not_compile() {
        refuses("PgTable", "public final Index a = index(\"x\").unique();", "incompatible");
    }

    @Test
    void a_type_that_sqlite_lacks_does_not_compile() {
        refuses("SqliteTable", "public final Column<?> a = jsonb();", "cannot find symbol");
    }

    @Test
    void an_array_in_sqlite_does_not_compile() {
        refuses("SqliteTable", "public final Column<?> a = text().array();", "cannot find symbol");
    }

    @Test
    void a_comment_in_sqlite_does_not_compile() {
        refuses("SqliteTable", "public final Column<?> a = text().comment(\"x\");", "cannot find symbol");
    }

    @Test
    void an_operator_class_in_sqlite_does_not_compile() {
        refuses(
                "SqliteTable",
                """
                public final Column<String> a = text();
                public final Index b = index().on(a.op("text_ops"));
                """,
                "method on in class dev.decant.dsl.SqliteIndex.Start cannot be applied to given types");
    }

    private static void refuses(String base, String fields, String error) {
        assertThat(errorsOf(base, fields)).singleElement().asString().contains(error);
    }
}
