package dev.decant.testkit.script;

import java.util.ArrayList;
import java.util.List;

/** Tables of several parents, and tables of what counts from when to when. */
final class DescentRecipes {
    private DescentRecipes() {}

    /** None of its parents is on another server, which can become none of this one without its children. */
    static Piece child(Draw draw, Sketch known, Piece piece) {
        List<String> tables = new ArrayList<>(known.all(Thing.TABLE).stream()
                .filter(table -> !table.sql().startsWith("CREATE FOREIGN"))
                .map(Piece::name)
                .filter(name -> !name.equals(piece.name()))
                .toList());
        List<String> parents = new ArrayList<>();
        for (int i = 2 + draw.number(2); i > 0 && !tables.isEmpty(); i--) {
            parents.add(tables.remove(draw.number(tables.size())));
        }
        List<String> drawn = List.copyOf(parents);
        parents.removeIf(parent -> isUnder(parent, drawn, known));
        String own = draw.any("", "", "id integer", "id integer DEFAULT 5 NOT NULL", "more text, CHECK (more <> '')");
        String inherits = parents.isEmpty() ? "" : " INHERITS (" + String.join(", ", parents) + ")";
        return piece.written("", "CREATE TABLE " + piece.name() + " (" + own + ")" + inherits);
    }

    /** Whether a table holds rows for one of the others already: what it is called there, PostgreSQL forgets to ask. */
    private static boolean isUnder(String table, List<String> others, Sketch known) {
        return known.all(Thing.TABLE).stream()
                .filter(each -> each.name().equals(table) && each.sql().contains(" INHERITS ("))
                .anyMatch(each -> others.stream()
                        .anyMatch(other -> !other.equals(table) && each.sql().contains(other)));
    }

    static Piece parent(Draw draw, Sketch known, Piece piece) {
        String other = draw.maybe(known.all(Thing.TABLE)).map(Piece::name).orElse(piece.owner());
        return piece.written(
                "", "ALTER TABLE " + piece.owner() + draw.any(" INHERIT ", " INHERIT ", " NO INHERIT ") + other);
    }

    /** A table of which a key says what counts from when to when; before PostgreSQL 18 another constraint does. */
    static Piece temporal(Draw draw, Sketch known, Piece piece) {
        String type = draw.any("daterange", "daterange", "tstzrange", "datemultirange");
        String create = "CREATE TABLE " + piece.name() + " (id integer" + draw.any("", " NOT NULL")
                + ", scope int4range, valid " + type;
        String include = draw.any("", "", " INCLUDE (id)");
        String end = draw.any("", "", " DEFERRABLE");
        String key = draw.any(
                ", PRIMARY KEY (scope, valid WITHOUT OVERLAPS)" + include + end,
                ", UNIQUE (scope, valid WITHOUT OVERLAPS)" + include + end,
                ", CONSTRAINT \"No two\" UNIQUE (scope, valid WITHOUT OVERLAPS)",
                ", EXCLUDE USING gist (scope WITH =, valid WITH &&)" + end);
        return piece.written("", create + key + ")");
    }

    static Piece period(Draw draw, Sketch known, Piece piece) {
        String target =
                draw.maybe(known.all(Thing.TEMPORAL_TABLE)).map(Piece::name).orElse(piece.owner());
        return piece.written(
                "",
                "ALTER TABLE " + piece.owner() + " ADD CONSTRAINT " + piece.name()
                        + " FOREIGN KEY (scope, PERIOD valid) REFERENCES " + target
                        + draw.any("", " (scope, PERIOD valid)") + draw.any("", "", " NOT VALID", " DEFERRABLE"));
    }
}
