package dev.decant.postgresql;

import static dev.decant.postgresql.Given.column;
import static dev.decant.postgresql.Given.contents;
import static dev.decant.postgresql.Given.renamedPart;
import static dev.decant.postgresql.Given.required;
import static dev.decant.postgresql.Given.schema;
import static dev.decant.postgresql.Given.table;

import dev.decant.model.Constraint;
import dev.decant.model.DataType;
import dev.decant.model.Deferral;
import dev.decant.model.Enforcement;
import dev.decant.model.Expression;
import dev.decant.model.Index;
import dev.decant.model.MatchType;
import dev.decant.model.ObjectName;
import dev.decant.model.PartKind;
import dev.decant.model.ReferentialAction;
import dev.decant.model.Schema;
import dev.decant.model.Table;
import dev.decant.model.TablePart;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PartsGoldenTest {
    private static final ObjectName TEAMS = ObjectName.of("public", "teams");
    private static final Table TEAM = table(
            TEAMS,
            required("id", "integer"),
            required("city", "text"),
            Constraint.Unique.of("teams_id_city_key", List.of("id", "city")));
    private static final Table BARE = contents(
            required("id", "integer"),
            column("team", "integer"),
            column("city", "text"),
            column("tags", "text[]"),
            column("words", "tsvector"),
            column("at", "timestamptz"));

    private static void added(String name, TablePart... parts) {
        Table after = BARE;
        for (TablePart part : parts) {
            after = after.with(part);
        }
        Golden.check(name, schema(TEAM, BARE), schema(TEAM, after));
    }

    private static Constraint.ForeignKey everything(Enforcement enforcement) {
        return new Constraint.ForeignKey(
                "contents_team_fkey",
                List.of("team", "city"),
                TEAMS,
                List.of("id", "city"),
                ReferentialAction.CASCADE,
                ReferentialAction.SET_NULL,
                MatchType.FULL,
                Deferral.INITIALLY_DEFERRED,
                enforcement,
                "");
    }

    @Test
    void keys_are_added() {
        added(
                "add-keys",
                new Constraint.PrimaryKey("contents_pkey", List.of("id"), "who is who"),
                new Constraint.Unique("contents_team_key", List.of("team"), true, Deferral.NOT_DEFERRABLE, ""),
                new Constraint.Unique(
                        "contents_at_key", List.of("at"), false, Deferral.INITIALLY_IMMEDIATE, "when is when"));
    }

    @Test
    void a_foreign_key_is_added_with_all_that_it_can_say() {
        added("add-foreign-key", everything(Enforcement.ENFORCED));
    }

    @Test
    void a_foreign_key_is_added_without_regard_to_old_rows() {
        added("add-foreign-key-not-valid", everything(Enforcement.NOT_VALID));
    }

    @Test
    void a_foreign_key_is_validated() {
        Golden.check(
                "validate-foreign-key",
                schema(TEAM, BARE.with(everything(Enforcement.NOT_VALID))),
                schema(TEAM, BARE.with(everything(Enforcement.ENFORCED))));
    }

    @Test
    void checks_are_added() {
        added(
                "add-checks",
                Constraint.Check.of("contents_team_check", new Expression("team > 0")),
                new Constraint.Check(
                        "contents_own_check",
                        new Expression("id > 0"),
                        true,
                        Enforcement.NOT_VALID,
                        "for this table alone"));
    }

    @Test
    void a_check_becomes_another() {
        Schema before = schema(BARE.with(Constraint.Check.of("contents_check", new Expression("id > 0"))));
        Schema after = schema(BARE.with(Constraint.Check.of("contents_check", new Expression("id > 1"))));
        Golden.check("replace-check", before, after);
    }

    @Test
    void a_constraint_and_an_index_are_renamed() {
        Schema before = schema(
                BARE.with(Constraint.Unique.of("one", List.of("id"))).with(Index.of("two", "btree", List.of("at"))));
        Schema after = schema(
                BARE.with(Constraint.Unique.of("three", List.of("id"))).with(Index.of("four", "btree", List.of("at"))));
        Golden.check(
                "rename-parts",
                before,
                after,
                renamedPart(PartKind.CONSTRAINT, "three", "one"),
                renamedPart(PartKind.INDEX, "four", "two"));
    }

    @Test
    void comments_on_parts_change() {
        Index index = Index.of("ix_contents_at", "btree", List.of("at"));
        Constraint key = Constraint.Unique.of("contents_id_key", List.of("id"));
        Golden.check(
                "comment-on-parts",
                schema(BARE.with(index).with(key)),
                schema(BARE.with(index.withComment("by time")).with(key.withComment("by number"))));
    }

    @Test
    void indexes_of_every_kind_are_added() {
        Index.Key downwards = Index.Key.of("at").withDescending(true).withNulls(Index.Nulls.LAST);
        Index.Key folded = Index.Key.of(new Index.Subject.OfExpression(new Expression("lower(city)")))
                .withCollation(Optional.of(ObjectName.of("C")))
                .withOperatorClass(Optional.of(new Index.OperatorClass(ObjectName.of("text_pattern_ops"), Map.of())));
        Index.Key signed = Index.Key.of("words")
                .withOperatorClass(
                        Optional.of(new Index.OperatorClass(ObjectName.of("tsvector_ops"), Map.of("siglen", "64"))));
        added(
                "add-indexes",
                Index.of("ix_contents_at", "btree", List.of("at", "id"))
                        .withKeys(List.of(downwards, Index.Key.of("id")))
                        .withUnique(true)
                        .withInclude(List.of("team"))
                        .withPredicate(Optional.of(new Expression("team IS NOT NULL")))
                        .withStorage(Map.of("fillfactor", "70"))
                        .withComment("by time"),
                Index.of("ix_contents_city", "btree", List.of("city")).withKeys(List.of(folded)),
                Index.of("ix_contents_tags", "gin", List.of("tags")).withStorage(Map.of("fastupdate", "off")),
                Index.of("ix_contents_words", "gist", List.of("words")).withKeys(List.of(signed)),
                Index.of("ix_contents_team", "hash", List.of("team")));
    }

    @Test
    void a_unique_index_takes_nulls_as_equal() {
        Index index = new Index(
                "ix_contents_team",
                List.of(Index.Key.of("team")),
                true,
                "btree",
                true,
                List.of(),
                Optional.empty(),
                Map.of(),
                "");
        added("add-index-nulls-not-distinct", index);
    }

    @Test
    void parts_go_with_the_column_that_they_rest_on() {
        Table full = BARE.with(column("code", "integer"))
                .with(Constraint.Check.of("contents_code_check", new Expression("code > 0")))
                .with(Index.of("ix_contents_code", "btree", List.of("code")));
        Golden.check("drop-column-with-parts", schema(full), schema(BARE));
    }

    @Test
    void a_key_and_what_points_at_it_change_their_type() {
        Table author = table(TEAMS, required("id", "text"), new Constraint.PrimaryKey("teams_pkey", List.of("id"), ""));
        Table content = contents(
                column("team", "text"),
                Constraint.ForeignKey.of("contents_team_fkey", List.of("team"), TEAMS, List.of("id")));
        DataType uuid = DataType.of("uuid");
        Golden.check(
                "key-changes-type",
                schema(author, content),
                schema(
                        author.replacing("id", author.columns().getFirst().withType(uuid)),
                        content.replacing("team", content.columns().getFirst().withType(uuid))));
    }
}
