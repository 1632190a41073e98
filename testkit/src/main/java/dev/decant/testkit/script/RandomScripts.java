package dev.decant.testkit.script;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Makes random scripts for PostgreSQL, and edits them. A server refuses some of their statements, for a name that is taken or for types
 * that do not go together; those are left out, so that what counts is what the server has made of the others.
 */
public final class RandomScripts {
    /** Objects in the order in which they usually come, some more often than others. */
    private static final List<Thing> USUAL = List.of(
            Thing.EXTENSION,
            Thing.ENUM,
            Thing.ENUM,
            Thing.COLLATION,
            Thing.SEQUENCE,
            Thing.RANGE,
            Thing.COMPOSITE,
            Thing.FUNCTION,
            Thing.OPERATOR,
            Thing.SEARCH_DICTIONARY,
            Thing.SEARCH_CONFIGURATION,
            Thing.SERVER,
            Thing.USER_MAPPING,
            Thing.DOMAIN,
            Thing.DOMAIN,
            Thing.TABLE,
            Thing.TABLE,
            Thing.TABLE,
            Thing.COLUMN,
            Thing.COLUMN,
            Thing.COLUMN,
            Thing.COLUMN,
            Thing.COLUMN,
            Thing.COLUMN,
            Thing.COLUMN,
            Thing.TABLE,
            Thing.FUNCTION,
            Thing.COLUMN,
            Thing.PARTITION,
            Thing.PARTITION,
            Thing.KEY,
            Thing.KEY,
            Thing.CHECK,
            Thing.CHECK,
            Thing.EXCLUSION,
            Thing.INDEX,
            Thing.INDEX,
            Thing.INDEX,
            Thing.FOREIGN_KEY,
            Thing.FOREIGN_KEY,
            Thing.VIEW,
            Thing.VIEW,
            Thing.MATERIALIZED_VIEW,
            Thing.VIEW,
            Thing.FUNCTION,
            Thing.PROCEDURE,
            Thing.AGGREGATE,
            Thing.TRIGGER_FUNCTION,
            Thing.TRIGGER,
            Thing.TRIGGER,
            Thing.POLICY,
            Thing.RULE,
            Thing.STATISTICS,
            Thing.INDEX,
            Thing.OPTION,
            Thing.OPTION,
            Thing.OPTION,
            Thing.OPTION,
            Thing.GRANT,
            Thing.GRANT,
            Thing.PUBLICATION,
            Thing.SUBSCRIPTION,
            Thing.DEFAULT_PRIVILEGES,
            Thing.COMMENT,
            Thing.COMMENT,
            Thing.COMMENT,
            Thing.EVENT_TRIGGER);

    private final Draw draw;
    private int last;

    /** Makes a generator; the same random numbers give the same scripts. */
    public RandomScripts(RandomGenerator random) {
        this.draw = new Draw(random);
    }

    /** Any script. */
    public Sketch next() {
        Sketch sketch = Sketch.EMPTY;
        for (String namespace : Draw.NAMESPACES.subList(1, Draw.NAMESPACES.size())) {
            sketch = sketch.with(new Piece(++last, Thing.NAMESPACE, "", namespace, "", "CREATE SCHEMA " + namespace));
        }
        for (Thing thing : USUAL) {
            if (!draw.once(3)) {
                sketch = added(sketch, thing);
            }
        }
        return sketch;
    }

    /** A script that differs from another one in a few places. */
    public Sketch edited(Sketch before) {
        Sketch sketch = before;
        for (int i = draw.number(5); i >= 0; i--) {
            sketch = edit(sketch);
        }
        return sketch;
    }

    private Sketch edit(Sketch sketch) {
        Piece piece = draw.pick(sketch.pieces());
        return switch (draw.number(8)) {
            case 0, 1 -> added(sketch, draw.pick(USUAL));
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

    private Sketch added(Sketch sketch, Thing thing) {
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
            case COLUMN -> draw.columnName();
            case EXTENSION -> draw.any("citext", "pg_trgm", "hstore");
            case GRANT, COMMENT, OPTION, DEFAULT_PRIVILEGES, USER_MAPPING -> thing + " " + last;
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
            case USER_MAPPING -> draw.maybe(sketch.all(Thing.SERVER)).map(Piece::name);
            case INDEX ->
                draw.maybe(sketch.all(Thing.TABLE, Thing.MATERIALIZED_VIEW)).map(Piece::name);
            case RULE, TRIGGER ->
                draw.maybe(sketch.all(Thing.TABLE, Thing.VIEW)).map(Piece::name);
            default -> Optional.of("");
        };
    }
}
