package dev.decant.rehearsal;

import dev.decant.database.Scope;
import dev.decant.database.Target;
import dev.decant.model.Schema;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says schemas in the words of a database. A place to try them in is made only when one comes that is not remembered. */
public final class Wording implements AutoCloseable {
    private final Target target;
    private final Scope scope;
    private final Memory memory;
    private @Nullable Rehearsal rehearsal;

    /**
     * Speaks as a database does.
     *
     * @param scope what is read back of what is built
     * @param memory what it has made of schemas before
     */
    public Wording(Target target, Scope scope, Memory memory) {
        this.target = target;
        this.scope = scope;
        this.memory = memory;
    }

    /**
     * What the database makes of a schema that is built from nothing.
     *
     * @return nothing when the user may try things nowhere
     * @throws dev.decant.failure.DecantException DCT-551 when it cannot be built
     */
    public Optional<Schema> of(Schema schema) {
        return memory.of(schema, scope).or(() -> place().map(place -> built(schema, place)));
    }

    private Schema built(Schema schema, Rehearsal place) {
        Schema made = place.built(schema);
        memory.note(schema, scope, made);
        return made;
    }

    private Optional<Rehearsal> place() {
        if (rehearsal == null) {
            rehearsal = Rehearsal.beside(target, scope).orElse(null);
        }
        return Optional.ofNullable(rehearsal);
    }

    @Override
    public void close() {
        if (rehearsal != null) {
            rehearsal.close();
        }
    }
}
