package dev.decant.rehearsal;

import dev.decant.database.Database;
import dev.decant.database.Scope;
import dev.decant.database.Scratch;
import dev.decant.database.Target;
import dev.decant.failure.Failure;
import dev.decant.model.Schema;
import dev.decant.plan.Plan;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tries in scratch databases, a new one each time. */
final class DatabaseRehearsal implements Rehearsal {
    private final Target target;
    private final Database database;
    private final SharedObjects shared;
    private final Scope scope;
    private @Nullable Scratch unused;

    /**
     * Tries beside a database.
     *
     * @param privileges whether it is read back what roles may do
     * @param unused the first scratch database
     */
    DatabaseRehearsal(Target target, boolean privileges, Scratch unused) {
        this.target = target;
        this.database = target.database();
        this.shared = new SharedObjects(database.sharedKinds());
        this.scope = Scope.EVERYTHING.withPrivileges(privileges);
        this.unused = unused;
    }

    private interface Work {
        void in(Construction construction) throws SQLException;
    }

    @Override
    public Schema built(Schema schema) {
        return shared.with(made(construction -> construction.build(shared.without(schema))), schema);
    }

    @Override
    public Optional<Schema> after(Schema start, Plan plan) {
        return Optional.of(made(construction -> {
            construction.build(shared.without(start));
            construction.run(shared.without(plan));
        }));
    }

    private Schema made(Work work) {
        try (Scratch scratch = scratch()) {
            work.in(new Construction(database, scratch.connection()));
            return database.inspect(scratch.connection(), scope);
        } catch (SQLException e) {
            throw target.failure(e);
        }
    }

    private Scratch scratch() {
        Scratch first = unused;
        unused = null;
        return first != null ? first : target.scratch().orElseThrow(this::refused);
    }

    private RuntimeException refused() {
        return Failure.of("DCT-550", "no more scratch databases can be made")
                .at(target.display())
                .next("let the user create databases again")
                .exception();
    }

    @Override
    public void close() {
        if (unused != null) {
            unused.close();
        }
    }
}
