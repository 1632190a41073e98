package dev.decant.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.change.Change;
import dev.decant.change.Changes;
import dev.decant.change.RenamePart;
import dev.decant.model.Lineage;
import dev.decant.model.ObjectName;
import dev.decant.model.PartKind;
import dev.decant.model.Schema;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What heirs declare for themselves although their parents bring it. */
class DeclaredPartsTest {
    private static final String FACTS = """
            SELECT attrelid::regclass::text, attname::text, attislocal::text FROM pg_attribute
            WHERE attrelid IN ('p'::regclass, 'c'::regclass) AND attnum > 0 AND attinhcount > 0
            UNION ALL
            SELECT conrelid::regclass::text, conname::text, conislocal::text FROM pg_constraint
            WHERE contype = 'c' AND conrelid = 'c'::regclass
            ORDER BY 1, 2
            """;
    private static final ObjectName P = ObjectName.of("public", "p");
    private static final ObjectName C = ObjectName.of("public", "c");

    @ParameterizedTest
    @ValueSource(strings = {"14", "18"})
    void an_heir_declares_again_what_it_declared(String major) throws SQLException {
        Schema schema = ObjectProof.isMadeAgain(major, """
                CREATE TABLE p ("A b" text COLLATE "C" NOT NULL, g integer GENERATED ALWAYS AS (1 + 1) STORED, n numeric(10,2) DEFAULT 3,
                  CONSTRAINT "K k" CHECK ("A b" <> ''), CHECK (n > 0));
                CREATE TABLE c (n numeric(10,2) DEFAULT 4, "A b" text COLLATE "C", g integer, y text, CONSTRAINT "K k" CHECK ("A b" <> ''))
                  INHERITS (p)
                """, FACTS);
        assertThat(schema.table(C).orElseThrow().lineage().declaredColumns()).containsExactly("A b", "g", "n");
        assertThat(schema.table(C).orElseThrow().lineage().declaredChecks()).containsExactly("K k");
    }

    @Test
    void a_table_that_came_to_its_parents_declares_all_of_theirs() throws SQLException {
        ObjectProof.isMadeAgain("15", """
                CREATE TABLE p (a integer, b text);
                CREATE TABLE q (b text, CHECK (b <> ''));
                CREATE TABLE c (a integer, b text, CONSTRAINT q_b_check CHECK (b <> ''));
                ALTER TABLE c INHERIT q;
                ALTER TABLE c INHERIT p
                """, FACTS);
    }

    @Test
    void what_is_declared_follows_renames_and_tells_no_tables_apart() throws SQLException {
        try (LiveDatabase live = LiveDatabase.open("15")) {
            ObjectProof.run(
                    live,
                    "CREATE TABLE p (a integer CONSTRAINT k CHECK (a > 0));"
                            + "CREATE TABLE c (a integer CONSTRAINT k CHECK (a > 0)) INHERITS (p)");
            List<Change> renames = List.of(
                    new RenamePart(P, PartKind.COLUMN, "a", "b"), new RenamePart(P, PartKind.CONSTRAINT, "k", "l"));
            Lineage renamed = Changes.apply(renames, live.inspect(), LiveDatabase.DIALECT.syntax())
                    .table(C)
                    .orElseThrow()
                    .lineage();
            assertThat(renamed.declaredColumns()).containsExactly("b");
            assertThat(renamed.declaredChecks()).containsExactly("l");
            assertThat(renamed).isEqualTo(renamed.withDeclared(List.of(), List.of()));
        }
    }
}
