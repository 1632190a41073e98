package dev.decant.postgresql.table;

import static dev.decant.postgresql.sql.PostgresqlText.alterTable;
import static dev.decant.postgresql.sql.PostgresqlText.name;
import static dev.decant.postgresql.sql.PostgresqlText.sql;
import static dev.decant.postgresql.sql.PostgresqlText.statement;

import dev.decant.dialect.Statement;
import dev.decant.dialect.UnsupportedChangeException;
import dev.decant.model.Constraint;
import dev.decant.model.Index;
import dev.decant.model.ObjectName;
import dev.decant.model.SchemaView;
import dev.decant.model.TablePart;
import dev.decant.postgresql.sql.PostgresqlLocks;
import dev.decant.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Indexes and keys of a partition that belong to one of the partitioned table and are otherwise than what that brings: they have another
 * name, are stored otherwise, or hold a constraint. They come and go with the parent's; only what is otherwise can be made and undone.
 */
final class PostgresqlAttached {
    private PostgresqlAttached() {}

    static boolean isAttached(TablePart part) {
        return PostgresqlFamily.storage(part).containsKey(PostgresqlIndexStorage.PART_OF);
    }

    private static Optional<TablePart> parents(ObjectName table, TablePart part, SchemaView before) {
        String name = PostgresqlFamily.storage(part).getOrDefault(PostgresqlIndexStorage.PART_OF, "");
        return PostgresqlFamily.parentsPart(before, table, name);
    }

    /**
     * What turns the part that the parent's brought into this one. Where there is none yet, it is made by itself: the parent's takes it as
     * its part (DefineIndex in src/backend/commands/indexcmds.c).
     */
    static List<Statement> add(ObjectName table, TablePart part, SchemaView before) {
        Optional<TablePart> parents = parents(table, part, before);
        if (parents.isEmpty()) {
            return PostgresqlParts.addAlone(table, part);
        }
        return PostgresqlIndexStorage.isInvalid(PostgresqlFamily.storage(parents.get()))
                ? attached(table, part, parents.get(), before)
                : broughtBy(parents.get(), table, part);
    }

    /** The same for a partition that was just made: that has its part of every index, also of those that the parent has for itself only. */
    static List<Statement> addToNew(ObjectName table, TablePart part, SchemaView before) {
        return parents(table, part, before)
                .map(parents -> broughtBy(parents, table, part))
                .orElseGet(() -> PostgresqlParts.addAlone(table, part));
    }

    private static List<Statement> broughtBy(TablePart parents, ObjectName table, TablePart part) {
        String brought = PostgresqlFamily.name(table, parents);
        List<Statement> statements = new ArrayList<>();
        if (part instanceof Constraint constraint && parents instanceof Index) {
            statements.add(usingIndex(table, constraint, brought));
        } else if (!brought.equals(part.name())) {
            statements.addAll(PostgresqlParts.rename(table, part.partKind(), brought, part.name()));
        }
        statements.addAll(PostgresqlIndexStorage.alter(
                table, part.name(), broughtStorage(parents), PostgresqlFamily.storage(part)));
        if (!part.comment().isEmpty()) {
            statements.add(PostgresqlTableComments.onPart(table, part));
        }
        return statements;
    }

    /** An index that the parent has for itself only brings nothing but to new partitions: the part is made by itself and handed over to it. */
    private static List<Statement> attached(ObjectName table, TablePart part, TablePart parents, SchemaView before) {
        List<Statement> statements = new ArrayList<>(
                part instanceof Index index
                        ? PostgresqlIndexes.createUnlessThere(table, index)
                        : PostgresqlParts.addAlone(table, part));
        ObjectName parent =
                before.table(table).orElseThrow().lineage().parents().getFirst();
        statements.add(statement(sql("ALTER INDEX")
                        .text(name(parent.withLocal(parents.name())))
                        .words("ATTACH PARTITION")
                        .text(name(table.withLocal(part.name()))))
                .explained(PostgresqlLocks.moment(table)));
        return statements;
    }

    private static Map<String, String> broughtStorage(TablePart parents) {
        return PostgresqlIndexStorage.ofPart(PostgresqlFamily.storage(parents), parents.name());
    }

    /** Whether constraints of children rest on the index or key, so that it goes only with them. */
    static boolean holdsOthers(ObjectName table, TablePart part, SchemaView before) {
        return before.tables().values().stream()
                .filter(child -> child.lineage().parents().contains(table))
                .flatMap(child -> child.constraints().stream())
                .anyMatch(constraint -> part.name().equals(constraint.storage().get(PostgresqlIndexStorage.PART_OF)));
    }

    /** What moves the parts of an index or key that partitions do not hold themselves: SET TABLESPACE says only where those that come will lie. */
    static List<Statement> moved(ObjectName table, TablePart before, TablePart after, SchemaView state) {
        if (PostgresqlIndexStorage.tablespace(PostgresqlFamily.storage(before))
                .equals(PostgresqlIndexStorage.tablespace(PostgresqlFamily.storage(after)))) {
            return List.of();
        }
        List<Statement> statements = new ArrayList<>();
        state.tables().values().stream()
                .filter(child -> child.lineage().isPartition()
                        && child.lineage().parents().contains(table))
                .forEach(child -> {
                    Optional<TablePart> then = PostgresqlFamily.broughtBy(child, before);
                    Optional<TablePart> now = PostgresqlFamily.broughtBy(child, after);
                    if (then.isPresent() && now.isPresent()) {
                        statements.addAll(PostgresqlIndexStorage.alter(
                                child.name(),
                                now.get().name(),
                                PostgresqlFamily.storage(then.get()),
                                PostgresqlFamily.storage(now.get())));
                        statements.addAll(moved(child.name(), then.get(), now.get(), state));
                    }
                });
        return statements;
    }

    private static Statement usingIndex(ObjectName table, Constraint constraint, String index) {
        Sql sql = alterTable(table)
                .words("ADD CONSTRAINT")
                .name(constraint.name())
                .words(constraint instanceof Constraint.PrimaryKey ? "PRIMARY KEY" : "UNIQUE")
                .words("USING INDEX")
                .name(index);
        return statement(sql).explained(PostgresqlLocks.moment(table));
    }

    /** What turns the part back into what the parent's brings; nothing when it went with the parent's. */
    static List<Statement> drop(ObjectName table, TablePart part, SchemaView before) {
        Optional<TablePart> parents = parents(table, part, before);
        if (parents.isEmpty()) {
            return List.of();
        }
        if (part instanceof Constraint && parents.get() instanceof Index) {
            throw new UnsupportedChangeException(
                    "constraint " + part.name() + " of " + table,
                    "it holds a part of the index " + parents.get().name()
                            + " of the partitioned table and cannot go alone",
                    "drop that index, or keep the constraint");
        }
        List<Statement> statements = new ArrayList<>();
        if (!part.comment().isEmpty()) {
            statements.add(PostgresqlTableComments.onPart(table, part.withComment("")));
        }
        statements.addAll(PostgresqlIndexStorage.alter(
                table, part.name(), PostgresqlFamily.storage(part), broughtStorage(parents.get())));
        String brought = PostgresqlFamily.name(table, parents.get());
        if (!brought.equals(part.name())) {
            statements.addAll(PostgresqlParts.rename(table, part.partKind(), part.name(), brought));
        }
        return statements;
    }
}
