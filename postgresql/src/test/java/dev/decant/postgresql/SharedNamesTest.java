package dev.decant.postgresql;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever is named like something of another kind that goes comes once the name is free. */
class SharedNamesTest {
    private static final String THERE = """
            CREATE TABLE base (a integer);
            CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN new; END$$;
            """;

    /** Relations and types, which share the names of a namespace. */
    private static final List<String> RELATIONS = List.of(
            "CREATE TABLE n (id integer)",
            "CREATE TABLE n (id integer) PARTITION BY RANGE (id)",
            "CREATE VIEW n AS SELECT 1 AS id",
            "CREATE MATERIALIZED VIEW n AS SELECT 1 AS id",
            "CREATE SEQUENCE n",
            "CREATE INDEX n ON base (a)",
            "ALTER TABLE base ADD CONSTRAINT n UNIQUE (a)",
            "CREATE TYPE n AS (id integer)",
            "CREATE TYPE n AS ENUM ('a')",
            "CREATE TYPE n AS RANGE (subtype = integer)",
            "CREATE DOMAIN n AS integer");

    private static final List<String> ROUTINES = List.of(
            "CREATE FUNCTION n(integer) RETURNS integer LANGUAGE sql AS 'SELECT 1'",
            "CREATE PROCEDURE n(integer) LANGUAGE sql AS 'SELECT 1'",
            "CREATE AGGREGATE n(integer) (sfunc = int4pl, stype = integer)");

    private static final List<String> CONSTRAINTS = List.of(
            "ALTER TABLE base ADD CONSTRAINT n UNIQUE (a)",
            "ALTER TABLE base ADD CONSTRAINT n CHECK (a > 0)",
            "CREATE CONSTRAINT TRIGGER n AFTER INSERT ON base FOR EACH ROW EXECUTE FUNCTION touch()");

    private record Pair(String before, String after) {}

    private static List<Pair> pairs(List<String> all) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                pairs.add(new Pair(all.get(i), all.get(j)));
            }
        }
        return pairs;
    }

    private static void prove(List<Pair> pairs) {
        pairs.forEach(pair -> assertThatCode(() -> ObjectProof.becomes(THERE + pair.before(), THERE + pair.after()))
                .describedAs(pair.toString())
                .doesNotThrowAnyException());
    }

    @Test
    void a_name_goes_from_one_kind_of_relation_or_type_to_another() {
        prove(pairs(RELATIONS));
    }

    @Test
    void a_name_goes_from_one_kind_of_routine_to_another() {
        prove(pairs(ROUTINES));
    }

    @Test
    void a_name_goes_from_one_kind_of_constraint_to_another() {
        prove(pairs(CONSTRAINTS));
    }

    @Test
    void a_sequence_comes_by_the_name_that_a_type_has() {
        prove(Stream.of("ENUM ('a')", "RANGE (subtype = integer)")
                .map(type ->
                        new Pair("CREATE TYPE n AS " + type, "CREATE SEQUENCE n START 5; CREATE TYPE n AS " + type))
                .toList());
    }
}
