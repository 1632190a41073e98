package dev.decant.source;

import dev.decant.dsl.Declaration;
import dev.decant.failure.Failure;
import dev.decant.model.FormerName;
import dev.decant.model.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A schema written in Java; it is evaluated when first asked for, and kept. */
public abstract sealed class JavaSchema implements SchemaSource permits JavaSourceFolder, CompiledClasses, JavaText {
    private @Nullable Declaration declaration;

    JavaSchema() {}

    /**
     * What the classes say.
     *
     * @throws dev.decant.failure.DecantException with everything that is wrong
     */
    public final synchronized Declaration declaration() {
        if (declaration == null) {
            Declaration evaluated = evaluate();
            refuseNothing(evaluated);
            declaration = evaluated;
        }
        return declaration;
    }

    abstract Declaration evaluate();

    private void refuseNothing(Declaration evaluated) {
        if (evaluated.dialect().isEmpty()) {
            throw Failure.of(SourceFailures.NO_SCHEMA, "there is no class of a schema in " + describe())
                    .next("write a final class that extends PgTable or SqliteTable")
                    .exception();
        }
    }

    @Override
    public final Schema read() {
        return declaration().schema();
    }

    @Override
    public final List<FormerName> formerNames() {
        return declaration().formerNames();
    }
}
