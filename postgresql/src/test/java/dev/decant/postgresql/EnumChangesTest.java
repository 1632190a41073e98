package dev.decant.postgresql;

import static dev.decant.postgresql.Given.column;
import static dev.decant.postgresql.Given.contents;
import static dev.decant.postgresql.Given.enumeration;
import static dev.decant.postgresql.Given.filled;
import static dev.decant.postgresql.Given.generated;
import static dev.decant.postgresql.Given.renamedLabel;
import static dev.decant.postgresql.Given.required;
import static dev.decant.postgresql.Given.schema;
import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.model.Constraint;
import dev.decant.model.Expression;
import dev.decant.model.Index;
import dev.decant.model.Schema;
import dev.decant.model.TablePart;
import dev.decant.model.enumtype.EnumType;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Enums that lose labels, have them in another order or by another name, under all that names them. */
class EnumChangesTest {
    private static final EnumType OLD = enumeration("mood", "old", "it's", "o,k");
    private static final EnumType NEW = enumeration("mood", "o,k", "it's", "new");

    private static TablePart check(String name, String condition) {
        return Constraint.Check.of(name, new Expression(condition));
    }

    private static Index where(String name, String predicate) {
        return Index.of(name, "btree", List.of("id")).withPredicate(Optional.of(new Expression(predicate)));
    }

    @Test
    void the_default_of_an_array_follows_the_labels() throws SQLException {
        Schema before = schema(
                OLD,
                contents(
                        required("id", "integer"),
                        filled("gone", "public.mood[]", "'{old,\"o,k\"}'"),
                        filled("kept", "public.mood[]", "'{\"o,k\",it''s}'"),
                        filled("built", "public.mood[]", "ARRAY['old'::public.mood]"),
                        filled("one", "public.mood", "'old'")));
        Schema after = schema(
                NEW,
                contents(
                        required("id", "integer"),
                        filled("gone", "public.mood[]", "'{new}'"),
                        filled("kept", "public.mood[]", "'{\"o,k\",it''s}'"),
                        filled("built", "public.mood[]", "ARRAY['new'::public.mood]"),
                        filled("one", "public.mood", "'new'")));
        try (RoundTrip trip = RoundTrip.between(before, after)) {
            trip.live().execute("INSERT INTO contents (id, gone, built, one) VALUES (1, '{it''s,NULL}', '{}', 'o,k')");
            trip.up();
            assertThat(trip.live().query("SELECT gone::text || kept::text || one::text FROM contents"))
                    .containsExactly("{it's,NULL}{\"o,k\",it's}o,k");
            trip.live().execute("INSERT INTO contents (id) VALUES (2); DELETE FROM contents WHERE id = 2");
            trip.down();
        }
    }

    @Test
    void a_renamed_label_is_followed_into_arrays_and_checks() throws SQLException {
        EnumType renamed = enumeration("mood", "new", "it's", "o,k");
        Schema before = schema(
                OLD,
                contents(
                        required("id", "integer"),
                        filled("many", "public.mood[]", "'{old,\"o,k\"}'"),
                        filled("built", "public.mood[]", "ARRAY['old'::public.mood, 'it''s'::public.mood]"),
                        check("named", "many <> '{old}'::public.mood[]")));
        Schema after = schema(
                renamed,
                contents(
                        required("id", "integer"),
                        filled("many", "public.mood[]", "'{new,\"o,k\"}'"),
                        filled("built", "public.mood[]", "ARRAY['new'::public.mood, 'it''s'::public.mood]"),
                        check("named", "many <> '{new}'::public.mood[]")));
        RoundTrip.prove(before, after, renamedLabel(OLD, "new", "old"));
    }

    @Test
    void a_computed_column_of_the_enum_is_computed_anew() throws SQLException {
        String kept = "CASE WHEN (id > 0) THEN 'o,k'::public.mood ELSE 'it''s'::public.mood END";
        Index over = Index.of("ix_sign", "btree", List.of("sign"));
        Schema before = schema(OLD, contents(required("id", "integer"), generated("sign", "public.mood", kept), over));
        Schema after = schema(NEW, contents(required("id", "integer"), generated("sign", "public.mood", kept), over));
        try (RoundTrip trip = RoundTrip.between(before, after)) {
            trip.live().execute("INSERT INTO contents VALUES (1), (-1)");
            trip.up();
            assertThat(trip.live().query("SELECT sign FROM contents ORDER BY sign"))
                    .containsExactly("o,k", "it's");
            trip.down();
        }
    }

    @Test
    void a_computed_column_that_names_a_label_goes_and_comes_with_it() throws SQLException {
        String old = "CASE WHEN (id > 0) THEN 'old'::public.mood ELSE 'it''s'::public.mood END";
        String now = "CASE WHEN (id > 0) THEN 'new'::public.mood ELSE 'it''s'::public.mood END";
        Schema before = schema(OLD, contents(required("id", "integer"), generated("sign", "public.mood", old)));
        Schema after = schema(NEW, contents(required("id", "integer"), generated("sign", "public.mood", now)));
        RoundTrip.prove(before, after);
    }

    @Test
    void checks_and_indexes_that_name_a_label_go_and_come_with_it() throws SQLException {
        Schema before = schema(
                OLD,
                contents(
                        required("id", "integer"),
                        column("one", "public.mood"),
                        check("gone", "one <> 'old'::public.mood"),
                        check("kept", "one <> 'o,k'::public.mood"),
                        check("other", "one > 'old'::public.mood"),
                        where("ix_gone", "one = 'old'::public.mood"),
                        where("ix_kept", "one = 'o,k'::public.mood"),
                        where("ix_other", "one < 'old'::public.mood")));
        Schema after = schema(
                NEW,
                contents(
                        required("id", "integer"),
                        column("one", "public.mood"),
                        check("kept", "one <> 'o,k'::public.mood"),
                        check("other", "one > 'new'::public.mood"),
                        where("ix_kept", "one = 'o,k'::public.mood"),
                        where("ix_new", "one = 'new'::public.mood"),
                        where("ix_other", "one < 'new'::public.mood")));
        RoundTrip.prove(before, after);
    }
}
