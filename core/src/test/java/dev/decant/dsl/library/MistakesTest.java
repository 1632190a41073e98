package dev.decant.dsl.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.decant.dsl.Check;
import dev.decant.dsl.Column;
import dev.decant.dsl.Declarations;
import dev.decant.dsl.DefaultAccess;
import dev.decant.dsl.Extension;
import dev.decant.dsl.ForeignKey;
import dev.decant.dsl.Index;
import dev.decant.dsl.Label;
import dev.decant.dsl.Named;
import dev.decant.dsl.PgColumns;
import dev.decant.dsl.PgSchema;
import dev.decant.dsl.PgTable;
import dev.decant.dsl.PrimaryKey;
import dev.decant.dsl.Sequence;
import dev.decant.dsl.SqliteTable;
import dev.decant.dsl.Unique;
import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import dev.decant.model.privilege.DefaultPrivileges.Things;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a schema that cannot be is told. */
class MistakesTest {
    private static List<String> mistakes(Class<?>... classes) {
        List<Failure> failures = org.assertj.core.api.Assertions.catchThrowableOfType(
                        DecantException.class, () -> Declarations.of(classes))
                .failures();
        return failures.stream()
                .map(failure -> failure.message().replace("dev/decant/dsl/library/", ""))
                .map(message -> message.replaceAll(":\\d+", ":N"))
                .toList();
    }

    static final class One extends PgTable {
        public final Column<Integer> id = serial().primaryKey();

        One() {
            super("same");
        }
    }

    @Named("same")
    static final class Two extends PgTable {
        public final Column<Integer> id = serial().primaryKey();
    }

    @Test
    void two_classes_for_one_table() {
        assertThat(mistakes(One.class, Two.class))
                .containsExactly("DCT-301 MistakesTest.java:N: Two is the table public.same, but so is One at"
                        + " MistakesTest.java:N; give one of them another name with @Named");
    }

    static final class Doubled extends PgTable {
        public final Column<String> name = text();
        public final Column<String> title = text().named("name");
    }

    @Test
    void a_duplicate_column() {
        assertThat(mistakes(Doubled.class))
                .containsExactly("DCT-303 MistakesTest.java:N: public.doubled has two columns name, the other at"
                        + " MistakesTest.java:N; give one of them another name with .named(...)");
    }

    static final class Hidden extends PgTable {
        private final Column<String> secret = text();

        @SuppressWarnings("Immutable")
        public Column<String> loose = text();

        public final @Nullable Column<String> nothing = null;

        Column<String> secret() {
            return secret;
        }
    }

    @Test
    void fields_that_are_not_public_final_or_null() {
        assertThat(mistakes(Hidden.class))
                .containsExactlyInAnyOrder(
                        "DCT-304 MistakesTest.java:N: the field Hidden.secret is not public final; declare it public"
                                + " final",
                        "DCT-304 MistakesTest.java:N: the field Hidden.loose is not public final; declare it public"
                                + " final",
                        "DCT-304 MistakesTest.java:N: the field Hidden.nothing is null; give it a value where it is"
                                + " declared");
    }

    static final class Stranger extends PgTable {
        static final Stranger STRANGER = new Stranger();
        public final Column<Integer> id = serial().primaryKey();
    }

    static final class Lost extends PgTable {
        public final Column<Integer> toStranger = integer().references(() -> Stranger.STRANGER.id);
        public final Column<Integer> toNothing = integer().references(() -> {
            throw new IllegalStateException("no");
        });
        public final Column<Integer> plain = integer();
        public final Column<Integer> toPlain = integer().references(() -> this.plain);
    }

    @Test
    void foreign_keys_that_lead_nowhere() {
        assertThat(mistakes(Lost.class))
                .containsExactly(
                        "DCT-302 MistakesTest.java:N: the reference points at a column of dev.decant.dsl.library.MistakesTest$Stranger,"
                                + " which is not a table of the schema; make Stranger a class of the schema",
                        "DCT-302 MistakesTest.java:N: the column pointed at cannot be found:"
                                + " java.lang.IllegalStateException: no; point at a field of a table");
    }

    static final class Unkeyed extends PgTable {
        public final Column<Integer> plain = integer();
        public final Column<Integer> toPlain = integer().references(() -> this.plain);
        public final Column<String> other = raw("audit.thing", String.class);
    }

    @Test
    void a_foreign_key_to_what_is_not_unique_and_a_type_that_is_not_there() {
        assertThat(mistakes(Unkeyed.class))
                .containsExactly(
                        "DCT-302 MistakesTest.java:N: the foreign key unkeyed_to_plain_fkey of public.unkeyed points at"
                                + " public.unkeyed [plain], over which there is no primary key, unique constraint or"
                                + " unique index; make the columns that it points at unique",
                        "DCT-302 MistakesTest.java:N: public.unkeyed.other is of type audit.thing, which the schema does"
                                + " not declare; declare the type, or write the name of an extension's type without its"
                                + " namespace");
    }

    static final class OfSqlite extends SqliteTable {
        public final Column<Long> id = integer().primaryKey();
    }

    @Test
    void classes_of_two_dialects() {
        assertThat(mistakes(One.class, OfSqlite.class))
                .containsExactly("DCT-305 MistakesTest.java:N: One is written for PostgreSQL, but OfSqlite for SQLite;"
                        + " keep the classes of each database in a folder of its own");
    }

    static final class BadNames extends PgTable {
        public final Column<Integer> empty = integer().named("");
        public final Column<Integer> nul = integer().named("a\0b");
        public final Column<Integer> sixtyFour = integer().named("c".repeat(64));
        public final Column<Integer> wide = integer().named("é".repeat(32));
        public final Column<Integer> good = integer().named("c".repeat(63));
        public final Index tooLong = index("i".repeat(64)).on(good);
        public final Check alsoTooLong = check("k".repeat(64), "true");
    }

    @Test
    void names_that_no_database_keeps() {
        assertThat(mistakes(BadNames.class))
                .containsExactly(
                        "DCT-306 MistakesTest.java:N: the name of the column is empty; give it a name",
                        "DCT-306 MistakesTest.java:N: the name a\\0b of the column holds U+0000; leave it away",
                        "DCT-306 MistakesTest.java:N: the name %s of the column has 64 bytes, and PostgreSQL keeps 63; give it a shorter name"
                                .formatted("c".repeat(64)),
                        "DCT-306 MistakesTest.java:N: the name %s of the column has 64 bytes, and PostgreSQL keeps 63; give it a shorter name"
                                .formatted("é".repeat(32)),
                        "DCT-306 MistakesTest.java:N: the name %s of the index has 64 bytes, and PostgreSQL keeps 63; give it a shorter name"
                                .formatted("i".repeat(64)),
                        "DCT-306 MistakesTest.java:N: the name %s of the constraint has 64 bytes, and PostgreSQL keeps 63; give it a shorter name"
                                .formatted("k".repeat(64)));
    }

    static final class Nameless extends PgTable {
        Nameless() {
            super("");
        }
    }

    @Test
    void a_table_without_a_name() {
        assertThat(mistakes(Nameless.class))
                .containsExactly("DCT-306 MistakesTest.java:N: the name of the table is empty; give it a name");
    }

    static final class Contradictory extends PgTable {
        public final Column<String> counted = text().identity();
        public final Column<Integer> now = integer().defaultNow();
        public final Column<Integer> twice = integer().defaultTo(1).generatedStored("1");
        public final Column<Integer> a = integer().primaryKey();
        public final Column<Integer> b = integer().primaryKey();
        public final Check open = check("name > 'x");
        public final PrimaryKey none = primaryKey();
        public final Unique same = unique(a, a);
        public final Unique stolen = unique(OTHER);
        private static final Column<Integer> OTHER = new One().id;
    }

    @Test
    void declarations_that_contradict_themselves() {
        assertThat(mistakes(Contradictory.class))
                .containsExactly(
                        "DCT-307 MistakesTest.java:N: a column of type text cannot count rows; use smallint, integer or"
                                + " bigint",
                        "DCT-307 MistakesTest.java:N: a column of type integer cannot be filled with the present time;"
                                + " use defaultTo(...)",
                        "DCT-307 MistakesTest.java:N: the column has a default and a generated value; keep one of them",
                        "DCT-307 MistakesTest.java:N: public.contradictory has two primary keys; write primaryKey(a, b)"
                                + " for a key of several columns",
                        "DCT-351 MistakesTest.java:N: the string that begins here never ends; add the closing quote, and"
                                + " double every quote inside",
                        "DCT-307 MistakesTest.java:N: public.contradictory has two primary keys; write primaryKey(a, b)"
                                + " for a key of several columns",
                        "DCT-307 MistakesTest.java:N: the columns of the primary key contradictory_pkey2 cannot be"
                                + " empty; mend the declaration",
                        "DCT-307 MistakesTest.java:N: two of the columns of contradictory_a_a_key are named a; mend the"
                                + " declaration",
                        "DCT-307 MistakesTest.java:N: the column of MistakesTest.java:N is in no field of"
                                + " public.contradictory; mend the declaration");
    }

    static final class Throwing extends PgTable {
        public final Column<String> name = varchar(-1);
    }

    static final class Demanding extends PgTable {
        Demanding(int number) {
            super("demanding_" + number);
        }
    }

    static final class Failing extends PgTable {
        static final Failing FAILING = new Failing();
        public final Column<String> name = fail();

        private static Column<String> fail() {
            throw new UnsupportedOperationException("not today");
        }
    }

    static final class PointsAtFailing extends PgTable {
        public final Column<String> name = text().references(() -> Failing.FAILING.name);
    }

    @Test
    void classes_that_cannot_be_made_are_reported_without_what_follows_from_it() {
        assertThat(mistakes(Throwing.class, Demanding.class, Failing.class, PointsAtFailing.class))
                .containsExactly(
                        "DCT-300 MistakesTest.java: Demanding has no constructor without parameters; give it one",
                        "DCT-300 MistakesTest.java:N: Failing cannot be made:"
                                + " java.lang.UnsupportedOperationException: not today; mend the class",
                        "DCT-300 MistakesTest.java:N: Throwing cannot be made: the argument of a type is at least 1, not"
                                + " -1; mend the class");
    }

    enum Mood {
        FINE,
        @Label("FINE")
        GOOD
    }

    @Named("taken")
    enum Taken {
        A
    }

    @Named("taken")
    static final class TakenTable extends PgTable {
        public final Column<Mood> mood = enumeration(Mood.class);
        public final Column<Taken> taken = enumeration(Taken.class);
    }

    @Test
    void enums_with_two_equal_labels_or_the_name_of_a_table() {
        assertThat(mistakes(TakenTable.class))
                .containsExactly(
                        "DCT-307 MistakesTest.java: a label of the enum public.mood stands twice: [FINE, FINE]; mend the"
                                + " enum",
                        "DCT-301 MistakesTest.java: the name public.taken of the enum"
                                + " dev.decant.dsl.library.MistakesTest$Taken is taken; give it another name with"
                                + " @Named");
    }

    static final class Objects extends PgSchema {
        public final Sequence one = sequence("same");
        public final Extension vector = extension("vector");
        public final Extension again = extension("vector");
    }

    static final class Indexed extends PgTable {
        public final Column<Integer> a = integer();
        public final Index first = index("ix").on(a);
        public final Index second = index("ix").on(a);
        public final Check one = check("ck", "a > 0");
        public final Check two = check("ck", "a > 1");
    }

    @Test
    void names_that_are_taken() {
        assertThat(mistakes(One.class, Objects.class, Indexed.class))
                .containsExactly(
                        "DCT-301 MistakesTest.java:N: the name public.ix of the index is taken at MistakesTest.java:N;"
                                + " give one of them another name",
                        "DCT-301 MistakesTest.java:N: the name ck of the constraint is taken at MistakesTest.java:N; give"
                                + " one of them another name",
                        "DCT-301 MistakesTest.java:N: the name public.same of the sequence is taken at"
                                + " MistakesTest.java:N; give one of them another name",
                        "DCT-301 MistakesTest.java:N: the extension vector is declared twice; keep one of them");
    }

    static final class Audit extends PgColumns {
        public final Column<String> by = text();
    }

    static final class Groups extends PgTable {
        public final Audit forgotten = new Audit();
        public final Audit fine = include("fine_", new Audit());
        public final Audit again = include("again_", fine);
    }

    @Test
    void groups_that_are_not_included_or_included_twice() {
        assertThat(mistakes(Groups.class))
                .contains(
                        "DCT-307 MistakesTest.java:N: Audit is included already; include a new group of columns",
                        "DCT-304 MistakesTest.java:N: the group in the field Groups.forgotten is not included; write"
                                + " include(new Audit())");
    }

    static final class Scattered extends PgTable {
        public final Column<Integer> a = integer();
        public final Column<Integer> b = integer();
        public final ForeignKey key = foreignKey(a, () -> Users.USERS.id).and(b, () -> Contents.CONTENTS.id);
    }

    @Test
    void a_foreign_key_to_several_tables() {
        assertThat(mistakes(Scattered.class, Users.class, Contents.class))
                .containsExactly("DCT-302 MistakesTest.java:N: the reference points at columns of several tables; point"
                        + " at one table");
    }

    static final class Withheld extends PgSchema {
        public final DefaultAccess functions =
                defaultAccess("app", Things.FUNCTIONS).inSchema("audit").revokeFromAll("EXECUTE");
        public final DefaultAccess schemas =
                defaultAccess("app", Things.SCHEMAS).inSchema("audit").grant("clerk", "USAGE");
    }

    @Test
    void default_privileges_that_the_server_would_not_keep() {
        assertThat(mistakes(Withheld.class))
                .containsExactly(
                        "DCT-307 MistakesTest.java:N: default privileges in one schema only add to those everywhere: take"
                                + " EXECUTE away without a schema; mend the declaration",
                        "DCT-307 MistakesTest.java:N: schemas lie in no schema: leave the schema out; mend the"
                                + " declaration");
    }

    static final class Precise extends PgTable {
        static final int LINE = StackWalker.getInstance()
                .walk(frames -> frames.findFirst().orElseThrow().getLineNumber());
        public final Column<Integer> now = integer().defaultNow();
    }

    @Test
    void a_mistake_is_told_with_its_file_and_line() {
        assertThatThrownBy(() -> Declarations.of(Precise.class))
                .asInstanceOf(type(DecantException.class))
                .satisfies(thrown -> assertThat(thrown.where())
                        .contains("dev/decant/dsl/library/MistakesTest.java:" + (Precise.LINE + 1)));
    }
}
