package dev.decant.testkit.script;

import java.util.List;
import java.util.stream.Stream;

/** What few schemas have, written behind what they usually have, which does not change for it. */
final class RareThings {
    /** The pieces from this number on are not what schemas usually have. */
    private static final int FIRST = 10_000;

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

    private final Draw draw;
    private final Scribe scribe;
    private final List<Thing> usual;

    /**
     * Some.
     *
     * @param usual what schemas usually have, of which more comes behind what is rare
     */
    RareThings(Draw draw, List<Thing> usual) {
        this.draw = draw;
        this.scribe = new Scribe(draw, FIRST);
        this.usual = usual;
    }

    private static boolean isRare(Piece piece) {
        return piece.number() >= FIRST;
    }

    /** What of a script is rare. */
    static Sketch of(Sketch sketch) {
        return new Sketch(sketch.pieces().stream().filter(RareThings::isRare).toList());
    }

    /** The rest of a script. */
    static Sketch leftAway(Sketch sketch) {
        return new Sketch(
                sketch.pieces().stream().filter(piece -> !isRare(piece)).toList());
    }

    /** A script with rare things behind it. */
    Sketch added(Sketch sketch) {
        Sketch more = sketch;
        for (Thing thing : RARE) {
            if (draw.once(3)) {
                more = scribe.added(more, thing);
            }
        }
        for (int i = draw.number(SOME); i > 0; i--) {
            more = scribe.added(more, draw.pick(usual));
        }
        for (Thing thing : LAST) {
            if (draw.once(2)) {
                more = scribe.added(more, thing);
            }
        }
        return more;
    }

    /**
     * A script with rare things, a few of them others than they were.
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
                edited = scribe.edited(edited, draw.pick(pieces), draw.once(3) ? usual : RARE);
            }
        }
        return edited;
    }
}
