package dev.decant.postgresql;

import dev.decant.change.Change;
import dev.decant.change.Changes;
import dev.decant.config.Globs;
import dev.decant.database.Scope;
import dev.decant.diff.Differ;
import dev.decant.diff.ObviousAnswers;
import dev.decant.diff.Questions;
import dev.decant.failure.DecantException;
import dev.decant.model.Schema;
import dev.decant.model.SchemaObject;
import dev.decant.plan.Plan;
import dev.decant.plan.Planner;
import dev.decant.plan.Step;
import dev.decant.testkit.AnyAnswer;
import dev.decant.testkit.SchemaDifference;
import dev.decant.testkit.script.Piece;
import dev.decant.testkit.script.Sketch;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * The proof for a pair of scripts: a database that the first one made becomes what the second one makes, and is then what it was again.
 *
 * @param major of the server
 * @param online whether the plan is one for tables that programs use meanwhile
 * @param renames whether anything may have been renamed, instead of nothing
 * @param access whether it matters which roles there are and what they may do
 * @param seed decides what was renamed
 */
record ScriptProof(String major, boolean online, boolean renames, boolean access, long seed) {
    private static final Scope WITH_ACCESS = Scope.EVERYTHING
            .withPrivileges(true)
            .withOwners(true)
            .withRoles(Optional.of(new Globs(List.of(ScriptServer.ROLES), List.of())));

    /** Says what is wrong, and which statements of the scripts the server took; nothing when all is well. */
    Optional<Failed> of(ScriptPair pair) {
        try {
            Made after = made(pair.after());
            try (LiveDatabase live = LiveDatabase.open(major)) {
                ScriptServer.prepare(live);
                ScriptPair taken = new ScriptPair(taken(live, pair.before()), after.taken());
                ScriptServer.giveAway(live, "before " + seed);
                try {
                    return of(taken, live, after.schema());
                } finally {
                    ScriptServer.forget(live);
                }
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** What a script makes, and what the server took of it. */
    private record Made(Sketch taken, Schema schema) {}

    /** The database goes at once: the roles of a server are those of all of its databases. */
    private Made made(Sketch sketch) throws SQLException {
        try (LiveDatabase live = LiveDatabase.open(major)) {
            ScriptServer.prepare(live);
            try {
                Sketch taken = taken(live, sketch);
                ScriptServer.giveAway(live, "after " + seed);
                return new Made(taken, inspect(live));
            } finally {
                ScriptServer.forget(live);
            }
        }
    }

    private Schema inspect(LiveDatabase live) throws SQLException {
        return LiveDatabase.DATABASE.inspect(live.connection(), access ? WITH_ACCESS : Scope.EVERYTHING);
    }

    private Optional<Failed> of(ScriptPair taken, LiveDatabase live, Schema after) throws SQLException {
        try {
            prove(live, inspect(live), after);
            return Optional.empty();
        } catch (Trouble trouble) {
            return Optional.of(new Failed(taken, trouble.kind, trouble.text));
        } catch (DecantException refused) {
            return Optional.of(new Failed(taken, refused.code(), stack(refused)));
        } catch (RuntimeException broken) {
            return Optional.of(new Failed(
                    taken,
                    broken.toString().lines().findFirst().orElse("").replaceAll("[^ a-zA-Z].*", ""),
                    stack(broken)));
        }
    }

    private static String stack(RuntimeException broken) {
        StringBuilder text = new StringBuilder(broken.toString());
        for (StackTraceElement element : broken.getStackTrace()) {
            if (text.length() < 2000) {
                text.append("\n    at ").append(element);
            }
        }
        return text.toString();
    }

    /** What went wrong with a pair. */
    record Failed(ScriptPair pair, String kind, String text) {}

    private static final class Trouble extends Exception {
        private static final long serialVersionUID = 1;
        private final String kind;
        private final String text;

        Trouble(String kind, String text) {
            super(text);
            this.kind = kind;
            this.text = text;
        }
    }

    /** Runs what the server takes of a script. */
    private static Sketch taken(LiveDatabase live, Sketch sketch) throws SQLException {
        List<Piece> taken = new ArrayList<>();
        for (Piece piece : sketch.pieces()) {
            try (Statement statement = live.connection().createStatement()) {
                statement.execute(piece.sql());
                taken.add(piece);
            } catch (SQLException refused) {
                if (System.getProperty("decant.refused") != null) {
                    System.err.println(String.valueOf(refused.getMessage())
                                    .lines()
                                    .findFirst()
                                    .orElse("") + "  <- " + piece.sql());
                }
            }
        }
        return new Sketch(taken);
    }

    private void prove(LiveDatabase live, Schema before, Schema after) throws SQLException, Trouble {
        Questions questions = renames ? new AnyAnswer(LiveDatabase.DIALECT, new Random(seed)) : new ObviousAnswers();
        List<Change> changes = new Differ(LiveDatabase.DIALECT, List.of(), questions).diff(before, after);
        Planner planner = online ? Planner.online(LiveDatabase.DIALECT) : new Planner(LiveDatabase.DIALECT);
        Schema kept = access ? Schema.EMPTY : LiveDatabase.DATABASE.access(live.connection(), Scope.EVERYTHING);
        Schema now = run(live, planner.keeping(kept).plan(before, changes), after, "up");
        requireKept(live, kept, before, changes);
        List<Change> again = new Differ(LiveDatabase.DIALECT, List.of(), questions).diff(now, after);
        if (!again.isEmpty()) {
            throw new Trouble("again", "there is still something to do: " + again);
        }
        Schema reached = Changes.apply(changes, before, LiveDatabase.DIALECT.syntax());
        run(live, planner.plan(reached, Changes.reverse(changes)), before, "down");
    }

    /** Where nobody compares them, owners and privileges are those of before, whatever was built again. */
    private static void requireKept(LiveDatabase live, Schema kept, Schema before, List<Change> changes)
            throws SQLException, Trouble {
        Schema now = LiveDatabase.DATABASE.access(live.connection(), Scope.EVERYTHING);
        List<SchemaObject> lost = KeptThings.after(kept, before, changes).stream()
                .filter(object -> !KeptThings.isIn(now, object))
                .toList();
        if (!lost.isEmpty()) {
            throw new Trouble("kept", "lost: " + lost);
        }
    }

    private Schema run(LiveDatabase live, Plan plan, Schema wanted, String what) throws SQLException, Trouble {
        String sql = String.join(
                ";\n", plan.statements().map(dev.decant.dialect.Statement::sql).toList());
        try {
            LiveDatabase.DATABASE
                    .newerStatements()
                    .require(live.connection(), what, () -> plan.statements().map(dev.decant.dialect.Statement::sql));
            for (Step step : plan.steps()) {
                run(live.connection(), step);
            }
        } catch (SQLException failed) {
            throw new Trouble(what + " " + failed.getSQLState(), what + ": " + failed.getMessage() + "\n" + sql);
        }
        Schema now = inspect(live);
        List<String> different = SchemaDifference.of(now, LiveDatabase.DIALECT.settled(now, wanted));
        if (!different.isEmpty()) {
            throw new Trouble(
                    what + " " + different.getFirst().replaceAll(" .*|\n.*", ""),
                    what + ": " + String.join("\n", different) + "\n" + sql);
        }
        return now;
    }

    private static void run(Connection connection, Step step) throws SQLException {
        connection.setAutoCommit(!step.transactional());
        try (Statement statement = connection.createStatement()) {
            for (dev.decant.dialect.Statement each : step.statements()) {
                try {
                    statement.execute(each.sql());
                } catch (SQLException failed) {
                    throw new SQLException(failed.getMessage() + "\n  in " + each.sql(), failed.getSQLState(), failed);
                }
            }
            if (step.transactional()) {
                connection.commit();
            }
        } finally {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }
}
