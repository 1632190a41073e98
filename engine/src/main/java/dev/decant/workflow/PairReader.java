package dev.decant.workflow;

import dev.decant.config.Globs;
import dev.decant.database.Inspection;
import dev.decant.database.Names;
import dev.decant.database.Scope;
import dev.decant.database.Target;
import dev.decant.database.UnknownObject;
import dev.decant.dialect.Dialect;
import dev.decant.failure.DecantException;
import dev.decant.model.Schema;
import dev.decant.rehearsal.Memory;
import dev.decant.rehearsal.Reconciliation;
import dev.decant.rehearsal.Wording;
import dev.decant.source.DatabaseSource;
import dev.decant.source.SchemaSource;
import java.util.ArrayList;
import java.util.List;
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
    private final Bench bench;
    private final Consumer<String> remarks;
    private final List<UnknownObject> unknown = new ArrayList<>();
    private Names met = Names.NONE;

    /**
     * Reads two sides.
     *
     * @param scope what is looked at on both
     * @param bench where the one is built
     * @param remarks is told what could not be done as well as one would wish
     */
    PairReader(Sides sides, Scope scope, Bench bench, Consumer<String> remarks) {
        this.sides = sides;
        this.dialect = sides.dialect();
        this.scope = scope;
        this.bench = bench;
        this.remarks = remarks;
    }

    Pair read(Side from, Side to) {
        Pair pair = pair(from, to);
        if (scope.choosesByName()) {
            scope.idleFilters(met).forEach(remarks);
        }
        return pair;
    }

    private Pair pair(Side from, Side to) {
        if (from instanceof Side.Live there && to instanceof Side.Live wanted) {
            Scope exact = scope.withVersions(true);
            return keeping(there, exact, live(there, exact), live(wanted, exact));
        }
        if (from instanceof Side.Live there) {
            Schema declared = declared(to);
            Schema found = found(there, to, declared);
            Scope own = new OwnScope(declared, scope).scope();
            return keeping(there, own, found, inItsWords(declared, found, to, sides.target(there)));
        }
        if (to instanceof Side.Live wanted) {
            Schema declared = declared(from);
            Schema found = found(wanted, from, declared);
            return new Pair(inItsWords(declared, found, from, sides.target(wanted)), found);
        }
        Scope written = sides.isOfSql(from) || sides.isOfSql(to)
                ? scope
                : scope.withPrivileges(true).withOwners(true).withRoles(Optional.of(Globs.ALL));
        return new Pair(declared(from, written), declared(to, written));
    }

    /** Where nothing differs, nothing is built again. */
    private Pair keeping(Side.Live there, Scope part, Schema found, Schema wanted) {
        return found.equals(wanted)
                ? new Pair(found, wanted)
                : new Pair(found, wanted, new LiveAccess(sides.target(there), part).read());
    }

    private Schema declared(Side side) {
        return declared(side, scope);
    }

    /** What is written down is told apart in everything; a file of SQL has roles and what they may do only where somebody asks. */
    private Schema declared(Side side, Scope part) {
        SchemaSource source = sides.declared(side);
        Schema whole = dialect.canonical(source.read());
        AccessRemarks.of(whole, part).forEach(remarks);
        met = met.and(Names.of(whole));
        return part.of(whole);
    }

    private Schema live(Side.Live side, Scope part) {
        Inspection inspection = new DatabaseSource(sides.target(side), part).inspection();
        unknown.addAll(inspection.unknown());
        if (scope.choosesByName()) {
            met = met.and(sides.target(side).names());
        }
        return inspection.schema();
    }

    /** What was found in databases that no schema can say. */
    List<UnknownObject> unknown() {
        return List.copyOf(unknown);
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
        if (sides.isOfSql(side) || declared.equals(found) || declared.equals(Schema.EMPTY)) {
            return declared;
        }
        return switch (bench) {
            case Bench.Beside(var memory) -> inItsWords(declared, found, target, memory);
            case Bench.At(var environment, var memory) ->
                inWordsOfAnother(declared, found, sides.target(new Side.Live(environment)), memory);
            case Bench.Nowhere nowhere -> {
                remarks.accept("expressions are compared as they are written, since nothing is tried out while "
                        + target.display() + " is only read");
                yield inItsSpelling(declared, found);
            }
        };
    }

    private Schema inItsWords(Schema declared, Schema found, Target target, Memory memory) {
        try (Wording wording = new Wording(target, scope, memory)) {
            Optional<Schema> built = wording.of(declared).map(scope::of);
            if (built.isEmpty()) {
                remarks.accept("expressions are compared as they are written, since " + target.display()
                        + " lets this user make neither a database nor a schema to try them in");
                return inItsSpelling(declared, found);
            }
            Schema once = new Reconciliation(dialect, built.get(), found, found).of(declared);
            return isSettled(once, found) ? once : inLaterWords(once, built.get(), found, wording);
        }
    }

    /** Another server may lack what the schema needs. */
    private Schema inWordsOfAnother(Schema declared, Schema found, Target other, Memory memory) {
        try {
            return inItsWords(declared, found, other, memory);
        } catch (DecantException unbuildable) {
            remarks.accept("expressions are compared as they are written, since they cannot be tried in "
                    + other.display() + ": " + unbuildable.failures().getFirst().what());
            return inItsSpelling(declared, found);
        }
    }

    /** What texts alone tell to be the same is the same. */
    private Schema inItsSpelling(Schema declared, Schema found) {
        return new Reconciliation(dialect, declared, found, found).of(declared);
    }

    /** What is found may not be of a kind that can be built again; then it stays with the words that it has. */
    private Schema inLaterWords(Schema once, Schema built, Schema found, Wording wording) {
        try {
            Schema again = scope.of(wording.of(found).orElseThrow());
            return new Reconciliation(dialect, scope.of(wording.of(built).orElseThrow()), found, again).of(once);
        } catch (DecantException unbuildable) {
            remarks.accept("some expressions may differ in words only, since what the database has cannot be tried: "
                    + unbuildable.failures().getFirst().what());
            return once;
        }
    }

    /** Whether what is in both is the same in both, so that other words need not be looked for. */
    private static boolean isSettled(Schema wanted, Schema found) {
        return wanted.tables().values().stream()
                        .allMatch(table -> table.equals(found.tables().getOrDefault(table.name(), table)))
                && wanted.objects().values().stream()
                        .allMatch(object -> object.equals(found.objects().getOrDefault(object.key(), object)));
    }
}
