package dev.decant.rehearsal;

import dev.decant.change.Changes;
import dev.decant.database.Database;
import dev.decant.database.Scope;
import dev.decant.database.Scratch;
import dev.decant.database.Target;
import dev.decant.failure.Failure;
import dev.decant.model.Schema;
import dev.decant.plan.Plan;
import dev.decant.plan.Step;
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
     * @param looked whether roles, and what they may do, are read back
     * @param unused the first scratch database
     */
    DatabaseRehearsal(Target target, Scope looked, Scratch unused) {
        this.target = target;
        this.database = target.database();
        this.shared = new SharedObjects(database.sharedKinds());
        this.scope = looked.everywhere();
        this.unused = unused;
    }

    private interface Work {
        void in(Construction construction) throws SQLException;
    }

    @Override
    public Schema built(Schema schema) {
        Schema made = made(ServerRoles.areIn(schema), construction -> construction.build(shared.without(schema)));
        return shared.with(ServerRoles.of(schema).insteadOfThoseIn(made), schema);
    }

    @Override
    public Optional<Schema> after(Schema start, Plan plan) {
        Schema end = Changes.apply(plan.changes(), start, database.dialect().syntax());
        boolean roles = ServerRoles.areIn(start) || ServerRoles.areIn(end);
        if (roles && !plan.steps().stream().allMatch(Step::transactional)) {
            return Optional.empty();
        }
        Schema made = made(roles, construction -> {
            construction.build(shared.without(start));
            construction.run(shared.without(plan));
        });
        return Optional.of(shared.with(ServerRoles.of(end).among(made), end));
    }

    /** Roles belong to the whole server, so what makes them stays in a transaction that comes to nothing. */
    private Schema made(boolean roles, Work work) {
        try (Scratch scratch = scratch()) {
            scratch.connection().setAutoCommit(!roles);
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
