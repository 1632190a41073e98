package dev.decant.testkit.script;

import java.util.List;
import java.util.stream.Stream;

/** What few schemas have, written behind what more of them have, which does not change for it. */
final class RareThings {
    /** So many pieces have numbers of the same kind of rareness. */
    private static final int NUMBERS = 10_000;

    private static final int SOME = 12;

    /** Things in the order in which they usually come, some more often than others. */
    private static final List<Thing> RARE = List.of(
            Thing.ROLE,
            Thing.ROLE,
            Thing.ROLE,
            Thing.MEMBERSHIP,
            Thing.MEMBERSHIP,
            Thing.ACCESS_METHOD,
            Thing.LANGUAGE,
            Thing.TRANSFORM,
            Thing.CONVERSION,
            Thing.SEARCH_PARSER,
            Thing.SEARCH_TEMPLATE,
            Thing.SPOKEN_FUNCTION,
            Thing.FOUND_DICTIONARY,
            Thing.CAST,
            Thing.CAST,
            Thing.OPERATOR_FAMILY,
            Thing.OPERATOR_CLASS,
            Thing.OPERATOR_CLASS,
            Thing.PLACED_TABLE,
            Thing.PLACED_TABLE,
            Thing.TEMPORAL_TABLE,
            Thing.TEMPORAL_TABLE,
            Thing.CHILD,
            Thing.CHILD,
            Thing.PARENT,
            Thing.CLASSED_INDEX,
            Thing.CLASSED_INDEX,
            Thing.PERIOD_KEY,
            Thing.PLACE,
            Thing.PLACE,
            Thing.FACETS,
            Thing.FACETS);

    /** Things about all that is there before. */
    private static final List<Thing> LAST = List.of(
            Thing.ROLE_PRIVILEGES,
            Thing.ROLE_PRIVILEGES,
            Thing.ROLE_PRIVILEGES,
            Thing.ROLE_DEFAULTS,
            Thing.ROLE_DEFAULTS,
            Thing.CAST);

    /** Things that hardly any schema has, but PostgreSQL lets it. */
    private static final List<Thing> ODD = List.of(
            Thing.COMPOSITE,
            Thing.TYPED_TABLE,
            Thing.TYPED_TABLE,
            Thing.SIBLING,
            Thing.SIBLING,
            Thing.SIBLING,
            Thing.DIAMOND,
            Thing.DIAMOND,
            Thing.FOREIGN_CHILD,
            Thing.SHARED_COLUMN,
            Thing.IDENTITY,
            Thing.IDENTITY,
            Thing.UNLOGGED_SEQUENCE,
            Thing.UNLOGGED_SEQUENCE,
            Thing.TYPED,
            Thing.PARTITION,
            Thing.PARENT_TRIGGER,
            Thing.PARENT_TRIGGER,
            Thing.UNCHECKED,
            Thing.UNCHECKED,
            Thing.UNCHECKED);

    private static final List<Thing> STATES = List.of(
            Thing.PARTITION_TRIGGER,
            Thing.PARTITION_TRIGGER,
            Thing.VALIDATION,
            Thing.VALIDATION,
            Thing.HIDDEN_COMMENT,
            Thing.HIDDEN_COMMENT);

    private final Draw draw;
    private final Scribe scribe;
    private final int first;
    private final List<Thing> things;
    private final List<Thing> last;
    private final List<Thing> usual;

    private RareThings(Draw draw, int first, List<Thing> things, List<Thing> last, List<Thing> usual) {
        this.draw = draw;
        this.scribe = new Scribe(draw, first);
        this.first = first;
        this.things = things;
        this.last = last;
        this.usual = usual;
    }

    /**
     * Rare ones.
     *
     * @param usual what schemas usually have, of which more comes behind what is rare
     */
    static RareThings rare(Draw draw, List<Thing> usual) {
        return new RareThings(draw, NUMBERS, RARE, LAST, usual);
    }

    /** Odd ones, which come behind rare ones. */
    static RareThings odd(Draw draw, List<Thing> usual) {
        List<Thing> things = Stream.concat(ODD.stream(), STATES.stream()).toList();
        List<Thing> less = Stream.of(usual, RARE, things).flatMap(List::stream).toList();
        return new RareThings(draw, 2 * NUMBERS, things, STATES, less);
    }

    private boolean isOf(Piece piece) {
        return piece.number() >= first && piece.number() < first + NUMBERS;
    }

    /** What of a script is as rare as these. */
    Sketch of(Sketch sketch) {
        return new Sketch(sketch.pieces().stream().filter(this::isOf).toList());
    }

    /** What of a script is less rare. */
    Sketch before(Sketch sketch) {
        return new Sketch(
                sketch.pieces().stream().filter(piece -> piece.number() < first).toList());
    }

    /** A script with these things behind it. */
    Sketch added(Sketch sketch) {
        Sketch more = sketch;
        for (Thing thing : things) {
            if (draw.once(3)) {
                more = scribe.added(more, thing);
            }
        }
        for (int i = draw.number(SOME); i > 0; i--) {
            more = scribe.added(more, draw.pick(usual));
        }
        for (Thing thing : last) {
            if (draw.once(2)) {
                more = scribe.added(more, thing);
            }
        }
        return more;
    }

    /**
     * A script with these things, a few of them others than they were.
     *
     * @param rare what they were
     * @param sketch the script
     */
    Sketch edited(Sketch rare, Sketch sketch) {
        Sketch edited = new Sketch(
                Stream.concat(sketch.pieces().stream(), rare.pieces().stream()).toList());
        for (int i = draw.number(4); i > 0; i--) {
            List<Piece> pieces = of(edited).pieces();
            if (!pieces.isEmpty()) {
                edited = scribe.edited(edited, draw.pick(pieces), draw.once(3) ? usual : things);
            }
        }
        return edited;
    }
}
