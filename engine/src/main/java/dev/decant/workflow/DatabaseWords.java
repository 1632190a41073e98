package dev.decant.workflow;

import dev.decant.database.Scope;
import dev.decant.database.Target;
import dev.decant.emit.JavaEmitter;
import dev.decant.failure.DecantException;
import dev.decant.model.Schema;
import dev.decant.rehearsal.Rehearsal;
import java.util.Optional;

/**
 * Says what classes declare in the words of a database, which spells expressions in its own way, so that classes are left alone that mean
 * what it has.
 *
 * @param target the database
 * @param scope what of it is looked at
 */
record DatabaseWords(Target target, Scope scope) {
    /**
     * A schema in the words of the database; as it is when it is the same as what was found, or when there is no place to try it.
     *
     * @param declared what classes declare, in canonical form
     * @param found what the database has
     */
    Schema of(Schema declared, Schema found) {
        Schema part = scope.of(declared);
        boolean same = JavaEmitter.said(part).equals(JavaEmitter.said(found));
        return same || part.equals(Schema.EMPTY) ? part : tried(part);
    }

    private Schema tried(Schema part) {
        Optional<Rehearsal> place = Rehearsal.beside(target, scope);
        if (place.isEmpty()) {
            return part;
        }
        try (Rehearsal rehearsal = place.get()) {
            return scope.of(rehearsal.built(part));
        } catch (DecantException unbuildable) {
            return part;
        }
    }
}
