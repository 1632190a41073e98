package dev.decant.testkit.script;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Tables that are kin in more ways than one: through two parents, across servers, by a column of both. */
final class KinRecipes {
    private KinRecipes() {}

    /** Tables with parents. */
    static List<Piece> children(Sketch known) {
        return known.all(Thing.TABLE).stream()
                .filter(table -> !parents(table).isEmpty())
                .toList();
    }

    private static List<String> parents(Piece table) {
        int from = table.sql().indexOf(" INHERITS (");
        return from < 0
                ? List.of()
                : List.of(table.sql()
                        .substring(from + 11, table.sql().indexOf(')', from))
                        .split(", ", -1));
    }

    /** A child of a table that has one already, half of the time. */
    static Piece sibling(Draw draw, Sketch known, Piece piece) {
        String parent = draw.maybe(
                        draw.once(2)
                                ? children(known).stream()
                                        .map(each -> parents(each).getFirst())
                                        .toList()
                                : known.all(Thing.TABLE).stream()
                                        .map(Piece::name)
                                        .toList())
                .orElse("app.none");
        String own = draw.any("", "", "id integer", "at date", "CHECK (id <> 7)");
        return piece.written("", "CREATE TABLE " + piece.name() + " (" + own + ") INHERITS (" + parent + ")");
    }

    static Piece diamond(Draw draw, Sketch known, Piece piece) {
        String grandparent = draw.maybe(children(known))
                .map(each -> parents(each).getFirst())
                .orElse("");
        List<String> between = children(known).stream()
                .filter(each -> parents(each).contains(grandparent))
                .map(Piece::name)
                .filter(name -> !name.equals(piece.name()))
                .toList();
        String own = draw.any("", "", "id integer", "\"own\" text");
        String inherits = between.isEmpty() ? "" : " INHERITS (" + String.join(", ", between) + ")";
        return piece.written("", "CREATE TABLE " + piece.name() + " (" + own + ")" + inherits);
    }

    /**
     * Of no table that a view or a function reads, itself or above it, for the one may be a materialized one and the other compute a default:
     * nobody can read a foreign table of these scripts.
     */
    static Piece foreignChild(Draw draw, Sketch known, Piece piece) {
        String server = draw.maybe(known.all(Thing.SERVER)).map(Piece::name).orElse("server_0");
        List<String> tables = known.all(Thing.TABLE).stream()
                .map(Piece::name)
                .filter(name -> !name.equals(piece.name()))
                .filter(name -> kept(name, known).stream().noneMatch(kept -> isRead(kept, known)))
                .toList();
        String parents = tables.isEmpty() ? "app.none" : draw.pick(tables);
        String other = tables.isEmpty() ? "" : draw.pick(tables);
        boolean several = !other.equals(parents) && !draw.once(4);
        return piece.written(
                "",
                "CREATE FOREIGN TABLE " + piece.name() + " (" + draw.any("", "", "id integer OPTIONS (a 'b')")
                        + ") INHERITS (" + parents + (several ? ", " + other : "") + ") SERVER " + server
                        + draw.any("", " OPTIONS (there 'x')"));
    }

    /** A table and all those that its rows are rows of. */
    private static Set<String> kept(String table, Sketch known) {
        Set<String> kept = new LinkedHashSet<>();
        Deque<String> next = new ArrayDeque<>(List.of(table));
        while (!next.isEmpty()) {
            String name = next.remove();
            if (kept.add(name)) {
                children(known).stream()
                        .filter(child -> child.name().equals(name))
                        .forEach(child -> next.addAll(parents(child)));
            }
        }
        return kept;
    }

    private static boolean isRead(String table, Sketch known) {
        return known.all(Thing.VIEW, Thing.MATERIALIZED_VIEW, Thing.FUNCTION).stream()
                .anyMatch(view -> view.sql().contains(table));
    }

    /** First the child's, which then comes from the parent as well. */
    static Piece sharedColumn(Draw draw, Sketch known, Piece piece) {
        String parent = known.all(Thing.TABLE).stream()
                .filter(each -> each.name().equals(piece.owner()))
                .flatMap(each -> parents(each).stream())
                .findFirst()
                .orElse("app.none");
        String column = " ADD COLUMN " + piece.name() + " ";
        String type = draw.any("integer", "text", "date");
        return piece.written(
                type,
                "ALTER TABLE " + piece.owner() + column + type + draw.any("", "", " DEFAULT NULL", " NOT NULL")
                        + ";\nALTER TABLE " + parent + column + type
                        + draw.any("", "", " DEFAULT NULL"));
    }
}
