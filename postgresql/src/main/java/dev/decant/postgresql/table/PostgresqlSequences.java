package dev.decant.postgresql.table;

import static dev.decant.postgresql.sql.PostgresqlText.name;
import static dev.decant.postgresql.sql.PostgresqlText.sql;
import static dev.decant.postgresql.sql.PostgresqlText.statement;
import static dev.decant.postgresql.sql.PostgresqlText.type;

import dev.decant.dialect.Hazard;
import dev.decant.dialect.ObjectSupport;
import dev.decant.dialect.Statement;
import dev.decant.model.Column;
import dev.decant.model.ObjectKind;
import dev.decant.model.ObjectName;
import dev.decant.model.Reference;
import dev.decant.model.SchemaView;
import dev.decant.model.Table;
import dev.decant.model.sequence.Sequence;
import dev.decant.postgresql.sql.PostgresqlComments;
import dev.decant.postgresql.sql.PostgresqlLocks;
import dev.decant.postgresql.sql.PostgresqlNames;
import dev.decant.postgresql.sql.PostgresqlRenames;
import dev.decant.postgresql.sql.PostgresqlTypes;
import dev.decant.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Sequences that stand by themselves. */
public final class PostgresqlSequences implements ObjectSupport<Sequence> {
    @Override
    public ObjectKind<Sequence> kind() {
        return Sequence.KIND;
    }

    @Override
    public Sequence canonical(Sequence sequence) {
        var integers = PostgresqlTypes.canonical(sequence.type());
        var range = PostgresqlTypes.range(integers);
        return new Sequence(
                sequence.name(),
                integers,
                sequence.options().concise(range.smallest(), range.largest()),
                sequence.owner(),
                sequence.unlogged(),
                sequence.comment());
    }

    @Override
    public List<Statement> create(Sequence sequence, SchemaView before) {
        boolean isType = before.objects().values().stream()
                .anyMatch(object -> object.provides().contains(new Reference.ToType(sequence.name())));
        if (!isType) {
            return List.of(created(sequence.name(), sequence, before));
        }
        // No relation is made under the name of a type (heap_create_with_catalog in src/backend/catalog/heap.c); it may
        // get it.
        ObjectName coming =
                sequence.name().withLocal(PostgresqlNames.coming(sequence.name().local()));
        List<Statement> statements = new ArrayList<>(List.of(created(coming, sequence, before)));
        statements.addAll(
                PostgresqlRenames.of("SEQUENCE", coming, sequence.name(), PostgresqlLocks.NEW_OBJECT, before));
        return statements;
    }

    private static Statement created(ObjectName called, Sequence sequence, SchemaView before) {
        Sql sql = sql("CREATE")
                .when(sequence.unlogged(), "UNLOGGED")
                .words("SEQUENCE")
                .text(name(called));
        sql.when(
                !PostgresqlTypes.nameOf(sequence.type()).equals("bigint"),
                as -> as.words("AS").text(type(sequence.type())));
        PostgresqlCounting.options(sql, sequence.options());
        sequence.owner().filter(owner -> isThere(owner, before)).ifPresent(owner -> ownedBy(sql, owner));
        return statement(sql).explained(PostgresqlLocks.NEW_OBJECT);
    }

    @Override
    public List<Statement> drop(Sequence sequence, SchemaView before) {
        // One that belongs to a column goes with it, so it may be gone already.
        String drop = sequence.owner().isPresent() ? "DROP SEQUENCE IF EXISTS" : "DROP SEQUENCE";
        return List.of(statement(sql(drop).text(name(sequence.name())))
                .explained(PostgresqlLocks.CATALOGUE)
                .with(Hazard.Kind.DATA_LOSS, "where the sequence " + sequence.name() + " stands is gone"));
    }

    @Override
    public List<Statement> alter(Sequence sequence, Sequence after, SchemaView before) {
        List<Statement> statements = new ArrayList<>();
        boolean retyped = !sequence.type().equals(after.type());
        if (retyped || !sequence.options().equals(after.options())) {
            statements.add(alterCounting(sequence, after, retyped));
        }
        if (sequence.unlogged() != after.unlogged()) {
            statements.add(setUnlogged(after.name(), after.unlogged()));
        }
        if (!sequence.owner().equals(after.owner())) {
            statements.add(setOwner(after.name(), after.owner().filter(owner -> isThere(owner, before))));
        }
        return statements;
    }

    private static Statement alterCounting(Sequence sequence, Sequence after, boolean retyped) {
        Sql sql = sql("ALTER SEQUENCE").text(name(after.name()));
        sql.when(retyped, as -> as.words("AS").text(type(after.type())));
        PostgresqlCounting.changes(sql, "", sequence.options(), after.options());
        boolean restarts = PostgresqlCounting.mustRestart(
                sequence.options(), after.options(), PostgresqlTypes.range(after.type()));
        sql.when(restarts, "RESTART");
        Statement statement = statement(sql).explained(PostgresqlLocks.sequence(after.name()));
        return restarts
                ? statement.with(
                        Hazard.Kind.DATA_LOSS,
                        "the sequence " + after.name()
                                + " begins again, because its bounds no longer hold where it stands")
                : PostgresqlCounting.retyped(statement, after.name(), sequence.type(), after.type());
    }

    /** What makes a sequence logged or unlogged; since PostgreSQL 15. */
    static Statement setUnlogged(ObjectName sequence, boolean unlogged) {
        return statement(sql("ALTER SEQUENCE").text(name(sequence)).words(unlogged ? "SET UNLOGGED" : "SET LOGGED"))
                .explained(PostgresqlLocks.sequence(sequence));
    }

    /** The sequences of a table's columns that stand by themselves and are not like the table once that is logged or unlogged. */
    static List<Sequence> unlike(ObjectName table, boolean unlogged, SchemaView state) {
        return state.objects(Sequence.KIND).stream()
                .filter(sequence -> sequence.unlogged() != unlogged)
                .filter(sequence -> sequence.owner()
                        .filter(owner -> owner.table().equals(table))
                        .isPresent())
                .toList();
    }

    /** What gives sequences to a column that came to be after them, in its table or in one that has it from there. */
    static List<Statement> ownedBy(ObjectName table, Column column, SchemaView before) {
        return given(before, owner -> isOf(table, column, owner, before));
    }

    /** What keeps the sequences of a column that goes, from its table and from those that have it from there; those that go do so by themselves. */
    static List<Statement> kept(ObjectName table, Column column, SchemaView before) {
        return before.objects(Sequence.KIND).stream()
                .filter(sequence -> sequence.owner()
                        .filter(owner -> isOf(table, column, owner, before))
                        .isPresent())
                .map(sequence -> setOwner(sequence.name(), Optional.empty()))
                .toList();
    }

    private static boolean isOf(ObjectName table, Column column, Reference.ToColumn owner, SchemaView before) {
        return owner.column().equals(column.name())
                && (owner.table().equals(table) || before.descent().isDescendant(owner.table(), table));
    }

    /** What gives sequences to the columns of a table that came to be after them. */
    static List<Statement> ownedBy(Table table, SchemaView before) {
        return given(before, owner -> owner.table().equals(table.name()) && hasColumn(table, owner.column(), before));
    }

    private static List<Statement> given(SchemaView before, Predicate<Reference.ToColumn> which) {
        return before.objects(Sequence.KIND).stream()
                .filter(sequence -> sequence.owner().filter(which).isPresent())
                .map(sequence -> setOwner(sequence.name(), sequence.owner()))
                .toList();
    }

    /** A column may come after the sequence that goes with it, because its default needs the sequence. */
    private static boolean isThere(Reference.ToColumn column, SchemaView before) {
        return before.table(column.table())
                .filter(table -> hasColumn(table, column.column(), before))
                .isPresent();
    }

    /** Whether a table has a column, be it from a parent. */
    private static boolean hasColumn(Table table, String column, SchemaView state) {
        return table.column(column).isPresent()
                || table.lineage().parents().stream()
                        .anyMatch(parent -> isThere(new Reference.ToColumn(parent, column), state));
    }

    static Statement setOwner(ObjectName sequence, Optional<Reference.ToColumn> owner) {
        Sql sql = sql("ALTER SEQUENCE").text(name(sequence));
        owner.ifPresentOrElse(column -> ownedBy(sql, column), () -> sql.words("OWNED BY NONE"));
        return statement(sql).explained(PostgresqlLocks.sequence(sequence));
    }

    private static void ownedBy(Sql sql, Reference.ToColumn column) {
        sql.words("OWNED BY").text(name(column.table()) + "." + name(column.column()));
    }

    @Override
    public List<Statement> rename(Sequence sequence, ObjectName after, SchemaView before) {
        return PostgresqlRenames.of(
                "SEQUENCE", sequence.name(), after, PostgresqlLocks.sequence(sequence.name()), before);
    }

    @Override
    public List<Statement> comment(Sequence sequence) {
        return List.of(PostgresqlComments.on("SEQUENCE", name(sequence.name()), sequence.comment()));
    }
}
