package dev.decant.testkit.script;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Types of the script's own, collations and sequences. */
final class TypeRecipes {
    private static final List<String> LABELS = List.of("'new'", "'open'", "'it''s'", "'DONE'", "'no way'", "'z'");

    private TypeRecipes() {}

    static Piece enumeration(Draw draw, Sketch known, Piece piece) {
        List<String> labels = new ArrayList<>(LABELS);
        Collections.shuffle(labels, Random.from(draw.random()));
        String some = String.join(", ", labels.subList(0, 1 + draw.number(labels.size())));
        return piece.written("", "CREATE TYPE " + piece.name() + " AS ENUM (" + some + ")");
    }

    static Piece composite(Draw draw, Sketch known, Piece piece) {
        List<String> attributes = new ArrayList<>();
        for (String name : List.of("x", "\"Y y\"", "\"from\"")) {
            if (!draw.once(3)) {
                attributes.add(name + " " + draw.type(known));
            }
        }
        return piece.written("", "CREATE TYPE " + piece.name() + " AS (" + String.join(", ", attributes) + ")");
    }

    static Piece domain(Draw draw, Sketch known, Piece piece) {
        String type =
                draw.once(5) ? draw.type(known) : draw.any("integer", "text", "bigint", "varchar(20)", "numeric(8,2)");
        StringBuilder sql = new StringBuilder("CREATE DOMAIN " + piece.name() + " AS " + type);
        if (draw.once(4)) {
            sql.append(" DEFAULT ").append(type.equals("text") ? draw.text() : "7");
        }
        if (draw.once(4)) {
            sql.append(" NOT NULL");
        }
        for (String name : List.of("positive", "\"Is good\"")) {
            if (draw.once(2)) {
                sql.append(" CONSTRAINT " + name + " CHECK (" + draw.condition("VALUE", type, known) + ")");
            }
        }
        if (draw.once(5)) {
            sql.append(";\nALTER DOMAIN " + piece.name() + " ADD CONSTRAINT later CHECK ("
                    + draw.condition("VALUE", type, known) + ") NOT VALID");
        }
        return piece.written("", sql.toString());
    }

    static Piece range(Draw draw, Sketch known, Piece piece) {
        String subtype = draw.any("integer", "date", "text", "numeric", "timestamptz");
        String more = subtype.equals("text") && draw.once(2) ? ", COLLATION = \"C\"" : "";
        String multirange = draw.once(4) ? ", MULTIRANGE_TYPE_NAME = app.many_" + piece.number() : "";
        return piece.written(
                "", "CREATE TYPE " + piece.name() + " AS RANGE (SUBTYPE = " + subtype + more + multirange + ")");
    }

    static Piece collation(Draw draw, Sketch known, Piece piece) {
        String how = draw.any(
                "provider = icu, locale = 'und'",
                "provider = icu, locale = 'de-u-co-phonebk'",
                "provider = icu, locale = 'und-u-ks-level2', deterministic = false",
                "provider = libc, locale = 'C'");
        return piece.written("", "CREATE COLLATION " + piece.name() + " (" + how + ")");
    }

    static Piece sequence(Draw draw, Sketch known, Piece piece) {
        String sql = "CREATE SEQUENCE " + piece.name() + draw.any("", " AS integer", " AS smallint")
                + draw.any("", " INCREMENT 5", " INCREMENT -1") + draw.any("", "", " MINVALUE -50 MAXVALUE 500")
                + draw.any("", "", " CACHE 10") + draw.any("", " CYCLE");
        return piece.written("", sql);
    }
}
