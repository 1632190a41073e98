package dev.decant.change;

import dev.decant.model.Column;
import dev.decant.model.Constraint;
import dev.decant.model.Constraint.ForeignKey;
import dev.decant.model.DataType;
import dev.decant.model.Expression;
import dev.decant.model.Fill;
import dev.decant.model.Index;
import dev.decant.model.ObjectKey;
import dev.decant.model.ObjectName;
import dev.decant.model.PartKind;
import dev.decant.model.Reference;
import dev.decant.model.SchemaBuilder;
import dev.decant.model.SchemaObject;
import dev.decant.model.SequenceOptions;
import dev.decant.model.Table;
import dev.decant.model.sequence.Sequence;
import dev.decant.sql.Expressions;
import dev.decant.sql.Syntax;
import java.util.List;
import java.util.function.UnaryOperator;

/** Renames in a schema, followed by everything that points at the renamed thing, as databases do it by themselves. */
final class Renaming {
    private Renaming() {}

    static void table(SchemaBuilder schema, ObjectName before, ObjectName after) {
        Table table = schema.table(before);
        schema.removeTable(before);
        schema.add(withSequencesMoved(table, after));
        UnaryOperator<ForeignKey> follow =
                key -> key.target().equals(before) ? key.withEnds(key.columns(), after, key.targetColumns()) : key;
        schema.updateTables(each -> withParent(withForeignKeys(each, follow), before, after));
        schema.updateObjects(object -> withOwner(
                object, owner -> owner.table().equals(before) ? new Reference.ToColumn(after, owner.column()) : owner));
        if (!before.schema().equals(after.schema())) {
            moveOwnedSequences(schema, after);
        }
    }

    /** The table under its new name; the sequence of a serial column moves with it to another namespace. */
    private static Table withSequencesMoved(Table table, ObjectName after) {
        return table.withName(after)
                .withColumns(table.columns().stream()
                        .map(column -> column.fill()
                                                instanceof Fill.Serial(ObjectName sequence, SequenceOptions options)
                                        && sequence.schema().equals(table.name().schema())
                                ? column.withFill(new Fill.Serial(sequence.inSchema(after.schema()), options))
                                : column)
                        .toList());
    }

    /** A sequence that goes with a column of the table is always in the same namespace. */
    private static void moveOwnedSequences(SchemaBuilder schema, ObjectName table) {
        for (Sequence sequence : schema.build().objects(Sequence.KIND)) {
            boolean owned = sequence.owner()
                    .filter(owner -> owner.table().equals(table))
                    .isPresent();
            if (owned && !sequence.name().schema().equals(table.schema())) {
                schema.removeObject(sequence.key());
                schema.add(sequence.withName(sequence.name().inSchema(table.schema())));
            }
        }
    }

    static void part(SchemaBuilder schema, ObjectName table, PartKind kind, String before, String after) {
        if (kind == PartKind.COLUMN) {
            column(schema, table, before, after);
        } else {
            Table holder = schema.table(table);
            var part = holder.part(kind, before)
                    .orElseThrow(() -> new IllegalStateException(
                            "there is no " + kind.word() + " " + Describing.member(table, before)));
            schema.replace(holder.replacing(before, part.withName(after)));
        }
    }

    static void object(SchemaBuilder schema, ObjectKey before, ObjectName after) {
        SchemaObject renamed = schema.object(before).withName(after);
        schema.removeObject(before);
        schema.add(renamed);
        boolean isType = renamed.provides().contains(new Reference.ToType(after));
        boolean isSequence = renamed instanceof Sequence;
        schema.updateTables(table -> table.withColumns(table.columns().stream()
                .map(column -> isType ? withType(column, before.name(), after) : column)
                .map(column -> isSequence ? SequenceDefaults.following(column, table, before.name(), after) : column)
                .toList()));
    }

    private static Column withType(Column column, ObjectName before, ObjectName after) {
        boolean isOf = column.type().isDeclared() && column.type().name().equals(before);
        return isOf ? column.withType(column.type().withName(after)) : column;
    }

    /** A default that is the label of an enum follows the label. */
    static void member(SchemaBuilder schema, ObjectKey object, String before, String after) {
        schema.replace(schema.object(object).withMember(before, after));
        Expression label = new Expression(Syntax.POSTGRESQL.literal(before));
        Fill renamed = new Fill.Default(new Expression(Syntax.POSTGRESQL.literal(after)));
        schema.updateTables(table -> table.withColumns(table.columns().stream()
                .map(column -> column.type().equals(DataType.declared(object.name()))
                                && column.fill().equals(new Fill.Default(label))
                        ? column.withFill(renamed)
                        : column)
                .toList()));
    }

    private static void column(SchemaBuilder schema, ObjectName table, String before, String after) {
        Table holder = schema.table(table);
        Column column = holder.column(before)
                .orElseThrow(() -> new IllegalStateException("there is no column " + Describing.member(table, before)));
        schema.replace(new ColumnRename(holder, before, after).applied(column));
        UnaryOperator<ForeignKey> follow = key -> key.target().equals(table)
                ? key.withEnds(key.columns(), table, renamed(key.targetColumns(), before, after))
                : key;
        schema.updateTables(each -> withForeignKeys(each, follow));
        schema.updateObjects(object -> withOwner(
                object,
                owner -> owner.equals(new Reference.ToColumn(table, before))
                        ? new Reference.ToColumn(table, after)
                        : owner));
    }

    private static Table withForeignKeys(Table table, UnaryOperator<ForeignKey> change) {
        if (table.foreignKeys().isEmpty()) {
            return table;
        }
        return table.withConstraints(table.constraints().stream()
                .map(constraint -> constraint instanceof ForeignKey key ? change.apply(key) : constraint)
                .toList());
    }

    private static Table withParent(Table table, ObjectName before, ObjectName after) {
        List<ObjectName> parents = table.lineage().parents();
        return parents.contains(before)
                ? table.withLineage(table.lineage()
                        .withParents(parents.stream()
                                .map(parent -> parent.equals(before) ? after : parent)
                                .toList()))
                : table;
    }

    private static SchemaObject withOwner(SchemaObject object, UnaryOperator<Reference.ToColumn> change) {
        return object instanceof Sequence sequence
                ? sequence.withOwner(sequence.owner().map(change))
                : object;
    }

    private static List<String> renamed(List<String> names, String before, String after) {
        return names.stream().map(name -> name.equals(before) ? after : name).toList();
    }

    /** The rename of one column inside its own table. */
    private record ColumnRename(Table table, String before, String after) {
        Table applied(Column column) {
            return table.withConstraints(
                            table.constraints().stream().map(this::in).toList())
                    .withIndexes(table.indexes().stream().map(this::in).toList())
                    .withColumns(table.columns().stream()
                            .map(each -> each.equals(column) ? column.withName(after) : each)
                            .map(each -> each.withFill(in(each.fill())))
                            .toList());
        }

        private Constraint in(Constraint constraint) {
            return switch (constraint) {
                case Constraint.PrimaryKey key -> key.withColumns(in(key.columns()), in(key.include()));
                case Constraint.Unique unique -> unique.withColumns(in(unique.columns()), in(unique.include()));
                case ForeignKey key -> key.withEnds(in(key.columns()), key.target(), key.targetColumns());
                case Constraint.Check check -> check.withCondition(in(check.condition()));
                case Constraint.Exclusion exclusion ->
                    exclusion.over(
                            exclusion.elements().stream()
                                    .map(element -> new Constraint.Exclusion.Element(
                                            in(element.key()), element.operator()))
                                    .toList(),
                            in(exclusion.include()),
                            exclusion.predicate().map(this::in));
            };
        }

        private Index in(Index index) {
            return index.withKeys(index.keys().stream().map(this::in).toList())
                    .withInclude(in(index.include()))
                    .withPredicate(index.predicate().map(this::in));
        }

        private Index.Key in(Index.Key key) {
            return key.withSubject(in(key.subject()));
        }

        private Index.Subject in(Index.Subject subject) {
            return switch (subject) {
                case Index.Subject.OfColumn(String name) ->
                    new Index.Subject.OfColumn(name.equals(before) ? after : name);
                case Index.Subject.OfExpression(Expression expression) ->
                    new Index.Subject.OfExpression(in(expression));
            };
        }

        private Fill in(Fill fill) {
            return fill instanceof Fill.Generated generated
                    ? new Fill.Generated(in(generated.value()), generated.stored())
                    : fill;
        }

        private List<String> in(List<String> names) {
            return renamed(names, before, after);
        }

        private Expression in(Expression expression) {
            return new Expression(
                    Expressions.renameColumn(expression.sql(), table.name().local(), before, after, Syntax.POSTGRESQL));
        }
    }
}
