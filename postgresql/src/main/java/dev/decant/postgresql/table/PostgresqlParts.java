package dev.decant.postgresql.table;

import dev.decant.dialect.Statement;
import dev.decant.model.Column;
import dev.decant.model.Constraint;
import dev.decant.model.Enforcement;
import dev.decant.model.Expression;
import dev.decant.model.Fill;
import dev.decant.model.Index;
import dev.decant.model.ObjectName;
import dev.decant.model.PartKind;
import dev.decant.model.SchemaView;
import dev.decant.model.TablePart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What happens to any part of a table, handed to the one who knows that kind of part. */
public final class PostgresqlParts {
    private PostgresqlParts() {}

    public static List<Statement> add(ObjectName table, TablePart part, SchemaView before) {
        if (PostgresqlAttached.isAttached(part)) {
            return PostgresqlAttached.add(table, part, before);
        }
        return switch (part) {
            case Column column ->
                PostgresqlInheritance.expected(before, table, column.name())
                        .map(expected -> PostgresqlChildren.change(table, expected, column, before))
                        .orElseGet(() -> {
                            Column none = PostgresqlColumnOptions.withoutNotNull(column.withFill(Fill.NOTHING));
                            List<Statement> statements = new ArrayList<>(PostgresqlRowTypes.add(table, column, before));
                            statements.addAll(PostgresqlChildren.joined(table, column, before));
                            statements.addAll(PostgresqlChildren.provenBelow(table, none, column, before));
                            return PostgresqlSequenceOwners.alike(table, column, before, statements);
                        });
            case Constraint.Check check
            when check.enforcement() == Enforcement.NOT_VALID -> {
                List<Statement> statements = new ArrayList<>(addAlone(table, check));
                statements.addAll(PostgresqlTableOptions.checkedBelow(table, check.name(), before));
                yield statements;
            }
            case Constraint.ForeignKey key
            when key.enforcement() == Enforcement.NOT_VALID -> {
                List<Statement> statements = new ArrayList<>(addAlone(table, key));
                statements.addAll(PostgresqlTableOptions.checkedBelow(table, key.name(), before));
                yield statements;
            }
            case Constraint constraint -> addAlone(table, constraint);
            case Index index -> addAlone(table, index);
        };
    }

    /** A part as nothing but its table knows of it. */
    static List<Statement> addAlone(ObjectName table, TablePart part) {
        return switch (part) {
            case Column column ->
                throw new IllegalArgumentException("a column may come from a parent: " + column.name());
            case Constraint constraint -> PostgresqlConstraints.add(table, constraint);
            case Index index -> PostgresqlIndexes.create(table, index);
        };
    }

    public static List<Statement> drop(ObjectName table, TablePart part, SchemaView before) {
        if (PostgresqlAttached.isAttached(part)) {
            return PostgresqlAttached.drop(table, part, before);
        }
        return switch (part) {
            case Column column ->
                PostgresqlInheritance.expected(before, table, column.name())
                        .map(expected -> PostgresqlChildren.change(table, column, expected, before))
                        .orElseGet(() -> PostgresqlHeirs.drop(table, column, before));
            case Constraint constraint -> {
                List<Statement> statements = new ArrayList<>(PostgresqlConstraints.drop(table, constraint));
                statements.addAll(PostgresqlDeclared.without(table, constraint, before));
                yield statements;
            }
            case Index index ->
                PostgresqlAttached.holdsOthers(table, index, before)
                        ? PostgresqlIndexes.dropWithOthers(table, index)
                        : PostgresqlIndexes.drop(table, index);
        };
    }

    public static List<Statement> alter(ObjectName table, TablePart before, TablePart after, SchemaView state) {
        return switch (after) {
            case Column column -> alter(table, (Column) before, column, Optional.empty(), state);
            case Constraint constraint -> {
                List<Statement> statements =
                        new ArrayList<>(PostgresqlConstraints.alter(table, (Constraint) before, constraint));
                statements.addAll(PostgresqlAttached.moved(table, before, after, state));
                yield statements;
            }
            case Index index -> {
                List<Statement> statements = new ArrayList<>(PostgresqlIndexes.alter(table, (Index) before, index));
                statements.addAll(PostgresqlAttached.moved(table, before, after, state));
                yield statements;
            }
        };
    }

    /** A column made another; its children keep what they have of their own. */
    public static List<Statement> alter(
            ObjectName table, Column before, Column after, Optional<Expression> using, SchemaView state) {
        return alter(table, List.of(new PostgresqlColumnChange(before, after, using)), state);
    }

    /** Columns of a table made others, in one go as far as there is nothing particular about them. */
    static List<Statement> alter(ObjectName table, List<PostgresqlColumnChange> changes, SchemaView state) {
        List<Statement> altered = altered(
                table, changes.stream().map(change -> change.storable(state)).toList(), state);
        for (PostgresqlColumnChange change : changes) {
            altered = PostgresqlSequenceOwners.alike(table, change.after(), state, altered);
        }
        List<Statement> statements = new ArrayList<>(altered);
        changes.forEach(change ->
                statements.addAll(PostgresqlIdentitySequences.keep(table, change.before(), change.after(), state)));
        List<String> retyped = changes.stream()
                .filter(PostgresqlColumnChange::isRetyped)
                .map(change -> change.after().name())
                .toList();
        statements.addAll(PostgresqlBuiltAgain.render(table, retyped, state, part -> true));
        return changes.stream()
                        .allMatch(change ->
                                change.before().type().equals(change.after().type()))
                ? statements
                : PostgresqlRowTypes.around(statements, table, state);
    }

    private static List<Statement> altered(ObjectName table, List<PostgresqlColumnChange> changes, SchemaView state) {
        List<Statement> statements = new ArrayList<>();
        List<PostgresqlColumnChange> plain = new ArrayList<>();
        for (PostgresqlColumnChange change : changes) {
            particular(table, change.before(), change.after(), change.using(), state)
                    .ifPresentOrElse(statements::addAll, () -> plain.add(change));
        }
        if (!plain.isEmpty()) {
            statements.addAll(plainly(table, plain, state));
        }
        return statements;
    }

    /** The statements for a column about which there is something particular. */
    private static Optional<List<Statement>> particular(
            ObjectName table, Column before, Column after, Optional<Expression> using, SchemaView state) {
        Optional<Column> expected = PostgresqlInheritance.expected(state, table, after.name());
        if (expected.isPresent()) {
            return Optional.of(
                    PostgresqlChildren.change(table, PostgresqlChildren.freed(before, expected.get()), after, state));
        }
        if (state.table(table)
                .filter(each -> PostgresqlForeign.isForeign(each.options()))
                .isPresent()) {
            return Optional.of(PostgresqlOwnWays.apart(
                    table, before, after, using, state, PostgresqlForeign.alterColumn(table, before, after, state)));
        }
        if (PostgresqlVirtualColumns.becomesPlain(before, after)) {
            return Optional.of(PostgresqlVirtualColumns.alter(table, before, after, using, state));
        }
        if (PostgresqlColumnOptions.renamesNotNull(before, after)
                && !PostgresqlColumnOptions.isUnproven(before, after)
                && PostgresqlNotNullNames.haveOthers(table, before, state)) {
            return Optional.of(calledOtherwise(table, before, after, using, state));
        }
        return PostgresqlOwnWays.hasSome(table, before, after, state)
                ? Optional.of(besideOwnWays(table, new PostgresqlColumnChange(before, after, using), state))
                : Optional.empty();
    }

    private static List<Statement> besideOwnWays(ObjectName table, PostgresqlColumnChange change, SchemaView state) {
        Column before = change.before();
        Column after = change.after();
        List<Statement> altered = PostgresqlColumns.alter(
                table,
                before,
                after,
                change.using(),
                PostgresqlChildren.allRefuseNull(table, after.name(), state),
                PostgresqlCountedRows.of(table, state));
        List<Statement> statements =
                new ArrayList<>(PostgresqlOwnWays.apart(table, before, after, change.using(), state, altered));
        statements.addAll(below(table, change, state));
        return statements;
    }

    private static List<Statement> plainly(ObjectName table, List<PostgresqlColumnChange> changes, SchemaView state) {
        List<Statement> statements = new ArrayList<>(PostgresqlColumns.alter(
                table,
                changes,
                column -> PostgresqlChildren.allRefuseNull(table, column.name(), state),
                PostgresqlCountedRows.of(table, state)));
        changes.forEach(change -> statements.addAll(below(table, change, state)));
        return statements;
    }

    /** What keeps children as they are while a column of theirs changes with the table's. */
    private static List<Statement> below(ObjectName table, PostgresqlColumnChange change, SchemaView state) {
        Column before = change.before();
        Column after = change.after();
        List<Statement> statements = new ArrayList<>(PostgresqlChildren.kept(table, before, after, state));
        statements.addAll(
                change.isRetyped()
                        ? PostgresqlChildrensStorage.again(table, after, state)
                        : PostgresqlChildrensStorage.stored(table, before, after, state));
        statements.addAll(PostgresqlChildren.provenBelow(table, before, after, state));
        return statements;
    }

    private static List<Statement> altered(
            ObjectName table, Column before, Column after, Optional<Expression> using, SchemaView state) {
        return altered(table, List.of(new PostgresqlColumnChange(before, after, using)), state);
    }

    /** A column with a NOT NULL of another name, of which not all children are told: what a key or an identity rests on is renamed without them. */
    private static List<Statement> calledOtherwise(
            ObjectName table, Column before, Column after, Optional<Expression> using, SchemaView state) {
        if (PostgresqlNotNullNames.isKeyed(state.table(table), before.name())
                || before.fill() instanceof Fill.Identity
                || after.fill() instanceof Fill.Identity) {
            Column named = PostgresqlNotNullNames.keptBy(after, before);
            List<Statement> statements = new ArrayList<>(PostgresqlApart.fromOthers(
                    table, before, state, PostgresqlColumns.alter(table, before, named, Optional.empty())));
            statements.addAll(altered(table, named, after, using, state));
            return statements;
        }
        Column free = PostgresqlColumnOptions.withoutNotNull(before);
        List<Statement> statements = new ArrayList<>(altered(table, before, free, Optional.empty(), state));
        statements.addAll(altered(table, free, after, using, state));
        return statements;
    }

    public static List<Statement> rename(ObjectName table, PartKind kind, String before, String after) {
        return switch (kind) {
            case COLUMN -> PostgresqlColumns.rename(table, before, after);
            case CONSTRAINT -> PostgresqlConstraints.rename(table, before, after);
            case INDEX -> PostgresqlIndexes.rename(table, before, after);
        };
    }
}
