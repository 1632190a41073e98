package dev.decant.testkit.script;

import java.util.List;
import java.util.Optional;

/** Writes things into sketches and changes what was written. */
final class Scribe {
    private final Draw draw;
    private int last;

    /**
     * One that draws.
     *
     * @param last the number before that of the first piece
     */
    Scribe(Draw draw, int last) {
        this.draw = draw;
        this.last = last;
    }

    /** A number that no piece has yet. */
    int number() {
        return ++last;
    }

    /** The sketch with one more thing, or one less, or one of another name or written otherwise. */
    Sketch edited(Sketch sketch, Piece piece, List<Thing> things) {
        return switch (draw.number(8)) {
            case 0, 1 -> added(sketch, draw.pick(things));
            case 2 -> piece.thing() == Thing.NAMESPACE && !draw.once(4) ? sketch : sketch.without(piece);
            case 3 ->
                piece.thing().qualified() && piece.thing() != Thing.OPERATOR
                        ? sketch.renamed(piece.name(), elsewhere(sketch, piece))
                        : written(sketch, piece);
            default -> written(sketch, piece);
        };
    }

    private Sketch written(Sketch sketch, Piece piece) {
        return sketch.replacing(piece, Recipe.of(piece.thing()).write(draw, sketch.before(piece), piece));
    }

    /** A new name, or the old one in another namespace. */
    private String elsewhere(Sketch sketch, Piece piece) {
        String fresh = draw.qualifiedName();
        String local = piece.name()
                .substring(
                        piece.name().startsWith("\"")
                                ? piece.name().indexOf("\".") + 2
                                : piece.name().indexOf('.') + 1);
        String name = draw.once(2) ? fresh : draw.pick(Draw.NAMESPACES) + "." + local;
        return sketch.has("", name) ? piece.name() : name;
    }

    /** The sketch with one more thing, if there is what that belongs to and its name is free. */
    Sketch added(Sketch sketch, Thing thing) {
        return owner(sketch, thing)
                .map(owner -> {
                    String name = name(thing);
                    boolean taken = sketch.has(owner, name)
                            || thing.qualified()
                                    && sketch.pieces().stream()
                                            .anyMatch(each -> each.name().equals(name));
                    Piece blank = new Piece(++last, thing, owner, name, "", "");
                    return taken ? sketch : sketch.with(Recipe.of(thing).write(draw, sketch, blank));
                })
                .orElse(sketch);
    }

    private String name(Thing thing) {
        if (thing == Thing.OPERATOR) {
            return draw.pick(Draw.NAMESPACES) + "." + draw.any("===", "<<>>", "@@@", "*");
        }
        if (thing.qualified()) {
            return draw.qualifiedName();
        }
        return switch (thing) {
            case NAMESPACE -> draw.pick(Draw.NAMESPACES);
            case COLUMN, IDENTITY, SHARED_COLUMN -> draw.columnName();
            case EXTENSION -> draw.any("citext", "pg_trgm", "hstore");
            case GRANT, COMMENT, OPTION, DEFAULT_PRIVILEGES, USER_MAPPING -> thing + " " + last;
            case MEMBERSHIP, ROLE_PRIVILEGES, ROLE_DEFAULTS, PLACE, FACETS, CAST, PARENT, TRANSFORM ->
                thing + " " + last;
            case TYPED, PARTITION_TRIGGER, VALIDATION, HIDDEN_COMMENT -> thing + " " + last;
            case ROLE -> draw.any("decant_role_1", "decant_role_2", "\"decant_role_Q q\"");
            case ACCESS_METHOD -> draw.any("heap_1", "\"Heap 2\"");
            case LANGUAGE -> draw.any("spoken_1", "\"Spoken 2\"");
            case SERVER -> "server_" + draw.number(3);
            default -> draw.any("a", "\"B b\"", "c_" + draw.number(20), "\"in\"");
        };
    }

    /** What a thing shall belong to; nothing when there is nothing to belong to. */
    private Optional<String> owner(Sketch sketch, Thing thing) {
        List<Piece> tables = sketch.all(Thing.TABLE);
        return switch (thing) {
            case PARTITION ->
                draw.maybe(tables.stream()
                                .filter(table -> !table.type().isEmpty())
                                .toList())
                        .map(Piece::name);
            case COLUMN, KEY, CHECK, EXCLUSION, FOREIGN_KEY, POLICY, OPTION, STATISTICS ->
                draw.maybe(tables).map(Piece::name);
            case TYPED, UNCHECKED, IDENTITY -> draw.maybe(tables).map(Piece::name);
            case PARENT_TRIGGER -> draw.maybe(sketch.all(Thing.PARTITION)).map(Piece::owner);
            case PARTITION_TRIGGER -> StateRecipes.triggered(draw, sketch);
            case VALIDATION -> draw.maybe(StateRecipes.unchecked(sketch)).map(Piece::owner);
            case SHARED_COLUMN -> draw.maybe(KinRecipes.children(sketch)).map(Piece::name);
            case FACETS, PARENT -> draw.maybe(tables).map(Piece::name);
            case PERIOD_KEY -> draw.maybe(sketch.all(Thing.TEMPORAL_TABLE)).map(Piece::name);
            case USER_MAPPING -> draw.maybe(sketch.all(Thing.SERVER)).map(Piece::name);
            case INDEX, CLASSED_INDEX, PLACE ->
                draw.maybe(sketch.all(Thing.TABLE, Thing.MATERIALIZED_VIEW)).map(Piece::name);
            case RULE, TRIGGER ->
                draw.maybe(sketch.all(Thing.TABLE, Thing.VIEW)).map(Piece::name);
            default -> Optional.of("");
        };
    }
}
