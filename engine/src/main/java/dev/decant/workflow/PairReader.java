package dev.decant.workflow;

import dev.decant.database.Scope;
import dev.decant.database.Target;
import dev.decant.dialect.Dialect;
import dev.decant.model.Schema;
import dev.decant.rehearsal.Rehearsal;
import dev.decant.source.DatabaseSource;
import dev.decant.source.SchemaSource;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads two sides so that they can be compared. When one is a database, the other is built in a scratch place and read back, since a database
 * keeps expressions in its own words.
 */
final class PairReader {
    private final Sides sides;
    private final Dialect dialect;
    private final Scope scope;
    private final Consumer<String> remarks;

    /**
     * Reads two sides.
     *
     * @param scope what is looked at on both
     * @param remarks is told what could not be done as well as one would wish
     */
    PairReader(Sides sides, Scope scope, Consumer<String> remarks) {
        this.sides = sides;
        this.dialect = sides.dialect();
        this.scope = scope;
        this.remarks = remarks;
    }

    Pair read(Side from, Side to) {
        if (from instanceof Side.Live there && to instanceof Side.Live wanted) {
            return new Pair(live(there, scope), live(wanted, scope));
        }
        if (from instanceof Side.Live there) {
            Schema declared = declared(to);
            Schema found = found(there, to, declared);
            return new Pair(found, inItsWords(declared, found, to, sides.target(there)));
        }
        if (to instanceof Side.Live wanted) {
            Schema declared = declared(from);
            Schema found = found(wanted, from, declared);
            return new Pair(inItsWords(declared, found, from, sides.target(wanted)), found);
        }
        return new Pair(declared(from), declared(to));
    }

    private Schema declared(Side side) {
        SchemaSource source = sides.declared(side);
        return scope.of(dialect.canonical(source.read()));
    }

    private Schema live(Side.Live side, Scope part) {
        return new DatabaseSource(sides.target(side), part).read();
    }

    /** What a database has of a schema that somebody wrote; compared with nothing at all, it is everything. */
    private Schema found(Side.Live side, Side other, Schema declared) {
        if (other instanceof Side.Nothing) {
            return live(side, scope);
        }
        OwnScope own = new OwnScope(declared, scope);
        return own.owned(live(side, own.scope()));
    }

    /** A file of SQL was read from a database, and what is the same already needs no other words. */
    private Schema inItsWords(Schema declared, Schema found, Side side, Target target) {
        if (side instanceof Side.SqlFile || declared.equals(found) || declared.equals(Schema.EMPTY)) {
            return declared;
        }
        Optional<Rehearsal> place = Rehearsal.beside(target);
        if (place.isEmpty()) {
            remarks.accept("expressions are compared as they are written, since " + target.display()
                    + " lets this user make neither a database nor a schema to try them in");
            return declared;
        }
        try (Rehearsal rehearsal = place.get()) {
            return scope.of(rehearsal.built(declared));
        }
    }
}
