package dev.decant.testkit.script;

import java.util.List;
import java.util.Optional;

/** What constraints and triggers are besides what they say: checked for rows from before, enabled on a partition. */
final class StateRecipes {
    private StateRecipes() {}

    static Piece parentTrigger(Draw draw, Sketch known, Piece piece) {
        String function = draw.maybe(known.all(Thing.TRIGGER_FUNCTION))
                .map(Piece::name)
                .orElse("suppress_redundant_updates_trigger");
        return piece.written(
                "",
                "CREATE TRIGGER " + piece.name() + draw.any(" BEFORE INSERT", " AFTER UPDATE", " AFTER DELETE") + " ON "
                        + piece.owner() + " FOR EACH ROW EXECUTE FUNCTION " + function + "()");
    }

    /** A partition of a table with a trigger, if there is one. */
    static Optional<String> triggered(Draw draw, Sketch known) {
        List<String> partitions = known.all(Thing.PARTITION).stream()
                .filter(partition -> !triggers(known, partition.owner()).isEmpty())
                .map(Piece::name)
                .toList();
        return draw.maybe(partitions);
    }

    private static List<Piece> triggers(Sketch known, String table) {
        return known.all(Thing.TRIGGER).stream()
                .filter(trigger -> trigger.owner().equals(table))
                .toList();
    }

    static Piece partitionTrigger(Draw draw, Sketch known, Piece piece) {
        String parent = known.all(Thing.PARTITION).stream()
                .filter(partition -> partition.name().equals(piece.owner()))
                .map(Piece::owner)
                .findFirst()
                .orElse("");
        String trigger = draw.maybe(triggers(known, parent)).map(Piece::name).orElse("a");
        return piece.written(
                "",
                "ALTER TABLE " + piece.owner()
                        + draw.any(" DISABLE", " DISABLE", " ENABLE REPLICA", " ENABLE ALWAYS", " ENABLE") + " TRIGGER "
                        + trigger);
    }

    static Piece unchecked(Draw draw, Sketch known, Piece piece) {
        Piece column = draw.column(known, piece.owner());
        String check = "CHECK (" + draw.condition(column.name(), column.type(), known) + ")";
        String target = draw.maybe(known.all(Thing.TABLE).stream()
                        .filter(each -> each.sql().contains("PRIMARY KEY"))
                        .toList())
                .map(Piece::name)
                .orElse(piece.owner());
        String what =
                draw.any(check, check, "FOREIGN KEY (id) REFERENCES " + target + " (id)", "NOT NULL " + column.name());
        return piece.written(
                "",
                "ALTER TABLE " + draw.any("", "", "ONLY ") + piece.owner() + " ADD CONSTRAINT " + piece.name() + " "
                        + what + " NOT VALID");
    }

    /** Constraints that may be checked for rows from before. */
    static List<Piece> unchecked(Sketch known) {
        return known.all(Thing.CHECK, Thing.FOREIGN_KEY, Thing.UNCHECKED).stream()
                .filter(each -> each.sql().contains("NOT VALID"))
                .toList();
    }

    static Piece validation(Draw draw, Sketch known, Piece piece) {
        String constraint = draw.maybe(unchecked(known).stream()
                        .filter(each -> each.owner().equals(piece.owner()))
                        .toList())
                .map(Piece::name)
                .orElse("a");
        return piece.written("", "ALTER TABLE " + piece.owner() + " VALIDATE CONSTRAINT " + constraint);
    }
}
