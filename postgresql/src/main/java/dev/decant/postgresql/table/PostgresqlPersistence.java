package dev.decant.postgresql.table;

import dev.decant.change.AlterTable;
import dev.decant.change.Change;
import dev.decant.dialect.Operation;
import dev.decant.dialect.Statement;
import dev.decant.model.Constraint.ForeignKey;
import dev.decant.model.ObjectName;
import dev.decant.model.SchemaView;
import dev.decant.model.Table;
import dev.decant.model.sequence.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tables that become logged or unlogged together. A logged table can never point at an unlogged one, so of two that become unlogged the one
 * that points at the other goes first, and of two that become logged the other (the manual's page of ALTER TABLE, SET LOGGED).
 */
public final class PostgresqlPersistence {
    private record Placed(ObjectName table, ForeignKey key) {}

    private final SchemaView state;
    private final Map<ObjectName, AlterTable> waiting = new LinkedHashMap<>();
    private final List<Statement> statements = new ArrayList<>();

    private PostgresqlPersistence(List<Change> changes, SchemaView state) {
        this.state = state;
        for (Change change : changes) {
            if (change instanceof AlterTable alter) {
                waiting.put(alter.table(), alter);
            }
        }
    }

    /** Whether a table becomes logged or unlogged, and gets no other parents besides. */
    static boolean isOf(Change change) {
        return change instanceof AlterTable alter
                && alter.before().lineage().equals(alter.after().lineage())
                && isUnlogged(alter.before().options())
                        != isUnlogged(alter.after().options());
    }

    private static boolean isUnlogged(Map<String, String> options) {
        return PostgresqlTableOptions.is(options, PostgresqlTableOptions.UNLOGGED);
    }

    /** Whether an operation is nothing else. */
    public static boolean isAllOf(Operation operation) {
        return operation.changes().stream().allMatch(PostgresqlPersistence::isOf);
    }

    /** The statements, in an order in which the server takes them. */
    public static List<Statement> render(List<Change> changes, SchemaView state) {
        PostgresqlPersistence persistence = new PostgresqlPersistence(changes, state);
        persistence.alter();
        return persistence.statements;
    }

    private void alter() {
        while (!waiting.isEmpty()) {
            if (!alterFree()) {
                alterCircle();
            }
        }
    }

    /** Alters every table that no other one holds back; says whether there was any. */
    private boolean alterFree() {
        List<AlterTable> free = waiting.values().stream()
                .filter(alter -> heldBy(alter).isEmpty())
                .toList();
        free.forEach(this::alter);
        return !free.isEmpty();
    }

    private void alter(AlterTable alter) {
        statements.addAll(withSequencesApart(
                alter.table(), isUnlogged(alter.after().options()), state, PostgresqlTables.alter(alter, state)));
        waiting.remove(alter.table());
    }

    /**
     * What makes a table logged or unlogged, while the sequences of its columns that shall not be like it stand by themselves: it makes all of
     * them like itself (ATRewriteTables in src/backend/commands/tablecmds.c).
     */
    static List<Statement> withSequencesApart(
            ObjectName table, boolean unlogged, SchemaView state, List<Statement> alteration) {
        List<Sequence> unlike = PostgresqlSequences.unlike(table, unlogged, state);
        List<Statement> statements = new ArrayList<>();
        unlike.forEach(sequence -> statements.add(PostgresqlSequences.setOwner(sequence.name(), Optional.empty())));
        statements.addAll(alteration);
        unlike.forEach(sequence -> statements.add(PostgresqlSequences.setOwner(sequence.name(), sequence.owner())));
        statements.addAll(PostgresqlIdentitySequences.kept(table, state));
        return statements;
    }

    /** The tables that wait and have to become what they shall be before this one does. */
    private Set<ObjectName> heldBy(AlterTable alter) {
        boolean unlogged = isUnlogged(alter.after().options());
        Set<ObjectName> holding = new LinkedHashSet<>();
        for (AlterTable other : waiting.values()) {
            boolean same = isUnlogged(other.after().options()) == unlogged;
            boolean points = unlogged ? pointsAt(other.table(), alter.table()) : pointsAt(alter.table(), other.table());
            if (same && points && !other.equals(alter)) {
                holding.add(other.table());
            }
        }
        return holding;
    }

    private boolean pointsAt(ObjectName table, ObjectName target) {
        return foreignKeys(table).stream().anyMatch(key -> key.target().equals(target));
    }

    private List<ForeignKey> foreignKeys(ObjectName table) {
        return state.table(table).map(Table::foreignKeys).orElse(List.of());
    }

    /** Tables that point at each other let go of each other meanwhile. */
    private void alterCircle() {
        List<Placed> broken = new ArrayList<>();
        for (ObjectName table : waiting.keySet()) {
            for (ForeignKey key : foreignKeys(table)) {
                if (waiting.containsKey(key.target()) && !key.target().equals(table)) {
                    broken.add(new Placed(table, key));
                }
            }
        }
        broken.forEach(each -> statements.addAll(PostgresqlConstraints.drop(each.table(), each.key())));
        List.copyOf(waiting.values()).forEach(this::alter);
        broken.forEach(each -> statements.addAll(PostgresqlConstraints.add(each.table(), each.key())));
    }
}
