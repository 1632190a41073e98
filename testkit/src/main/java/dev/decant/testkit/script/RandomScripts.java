package dev.decant.testkit.script;

import java.util.List;
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
    private final Scribe scribe;
    private final RareThings rare;
    private final RareThings odd;

    /**
     * Makes a generator; the same random numbers give the same scripts.
     *
     * @param random decides on what schemas usually have
     * @param rarely decides on what few have, and changes nothing of the rest
     * @param oddly decides on what hardly any has, and changes nothing of what the others decide
     */
    public RandomScripts(RandomGenerator random, RandomGenerator rarely, RandomGenerator oddly) {
        this.draw = new Draw(random);
        this.scribe = new Scribe(draw, 0);
        this.rare = RareThings.rare(new Draw(rarely), USUAL);
        this.odd = RareThings.odd(new Draw(oddly), USUAL);
    }

    /** Any script. */
    public Sketch next() {
        Sketch sketch = Sketch.EMPTY;
        for (String namespace : Draw.NAMESPACES.subList(1, Draw.NAMESPACES.size())) {
            sketch = sketch.with(
                    new Piece(scribe.number(), Thing.NAMESPACE, "", namespace, "", "CREATE SCHEMA " + namespace));
        }
        for (Thing thing : USUAL) {
            if (!draw.once(3)) {
                sketch = scribe.added(sketch, thing);
            }
        }
        return odd.added(rare.added(sketch));
    }

    /** A script that differs from another one in a few places. */
    public Sketch edited(Sketch before) {
        Sketch usual = rare.before(before);
        Sketch sketch = usual;
        for (int i = draw.number(5); i >= 0; i--) {
            sketch = scribe.edited(sketch, draw.pick(sketch.pieces()), USUAL);
        }
        Sketch more = rare.edited(rare.of(before).following(usual, sketch), sketch);
        return odd.edited(odd.of(before).following(odd.before(before), more), more);
    }
}
