package dev.decant.change;

import dev.decant.model.Column;
import dev.decant.model.Constraint;
import dev.decant.model.Constraint.ForeignKey;
import dev.decant.model.Descent;
import dev.decant.model.Expression;
import dev.decant.model.Fill;
import dev.decant.model.Lineage;
import dev.decant.model.ObjectKey;
import dev.decant.model.ObjectName;
import dev.decant.model.PartKind;
import dev.decant.model.Reference;
import dev.decant.model.SchemaBuilder;
import dev.decant.model.SchemaObject;
import dev.decant.model.SequenceOptions;
import dev.decant.model.Table;
import dev.decant.model.collation.Collation;
import dev.decant.model.role.Role;
import dev.decant.model.sequence.Sequence;
import dev.decant.sql.Labels;
import dev.decant.sql.Syntax;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Renames in a schema, followed by everything that points at the renamed thing, as databases do it by themselves. */
final class Renaming {
    /** The option of a table that names the type of which it has its columns. */
    private static final String OF_TYPE = "of_type";

    private final SchemaBuilder schema;
    private final Syntax syntax;

    Renaming(SchemaBuilder schema, Syntax syntax) {
        this.schema = schema;
        this.syntax = syntax;
    }

    void table(ObjectName before, ObjectName after) {
        Table table = schema.table(before);
        schema.removeTable(before);
        schema.add(withSequencesMoved(table, after));
        UnaryOperator<ForeignKey> follow =
                key -> key.target().equals(before) ? key.withEnds(key.columns(), after, key.targetColumns()) : key;
        schema.updateTables(each -> withParent(withForeignKeys(each, follow), before, after));
        schema.updateObjects(object -> withOwner(
                object, owner -> owner.table().equals(before) ? new Reference.ToColumn(after, owner.column()) : owner));
        follow(new Reference.ToRelation(before), new Reference.ToRelation(after));
        if (!before.schema().equals(after.schema())) {
            moveOwnedSequences(after);
        }
    }

    /** Lets everything that is no table follow; what is told from others by the name that changed is told by the new one. */
    private void follow(Reference before, Reference after) {
        for (SchemaObject object : List.copyOf(schema.view().objects().values())) {
            SchemaObject now = CodeRename.in(object.following(before, after), before, after, syntax);
            if (!now.equals(object)) {
                schema.removeObject(object.key());
                schema.add(now);
            }
        }
    }

    /** The table under its new name; the sequence of a serial or identity column moves with it to another namespace. */
    private static Table withSequencesMoved(Table table, ObjectName after) {
        return table.withName(after)
                .withColumns(table.columns().stream()
                        .map(column -> column.withFill(moved(column.fill(), table.name(), after)))
                        .toList());
    }

    private static Fill moved(Fill fill, ObjectName before, ObjectName after) {
        return switch (fill) {
            case Fill.Serial(ObjectName sequence, SequenceOptions options)
            when sequence.schema().equals(before.schema()) ->
                new Fill.Serial(sequence.inSchema(after.schema()), options);
            case Fill.Identity identity
            when identity.sequence()
                    .filter(sequence -> sequence.schema().equals(before.schema()))
                    .isPresent() ->
                identity.withSequence(identity.sequence().get().inSchema(after.schema()));
            default -> fill;
        };
    }

    /** A sequence that goes with a column of the table is always in the same namespace. */
    private void moveOwnedSequences(ObjectName table) {
        for (Sequence sequence : schema.view().objects(Sequence.KIND)) {
            boolean owned = sequence.owner()
                    .filter(owner -> owner.table().equals(table))
                    .isPresent();
            if (owned && !sequence.name().schema().equals(table.schema())) {
                object(sequence.key(), sequence.name().inSchema(table.schema()));
            }
        }
    }

    void part(ObjectName table, PartKind kind, String before, String after) {
        if (kind == PartKind.COLUMN) {
            column(table, before, after);
        } else {
            Table holder = schema.table(table);
            var part = holder.part(kind, before)
                    .orElseThrow(() -> new IllegalStateException(
                            "there is no " + kind.word() + " " + Describing.member(table, before)));
            schema.replace(holder.replacing(before, part.withName(after)));
            if (part instanceof Constraint.Check) {
                descendants(table, each -> withDeclaredCheck(each, before, after));
            }
        }
    }

    private static Table withDeclaredCheck(Table table, String before, String after) {
        Lineage lineage = table.lineage();
        return table.withLineage(
                lineage.withDeclared(lineage.declaredColumns(), renamed(lineage.declaredChecks(), before, after)));
    }

    private void descendants(ObjectName table, UnaryOperator<Table> change) {
        Descent descent = new Descent(schema.view());
        schema.updateTables(each -> descent.isDescendant(each.name(), table) ? change.apply(each) : each);
    }

    void object(ObjectKey before, ObjectName after) {
        SchemaObject renamed = schema.object(before).withName(after);
        schema.removeObject(before);
        schema.add(renamed);
        boolean isType = renamed.provides().contains(new Reference.ToType(after));
        boolean isSequence = renamed instanceof Sequence;
        if (isType) {
            follow(new Reference.ToType(before.name()), new Reference.ToType(after));
            schema.updateTables(table -> ofType(table, before.name(), after));
        }
        if (renamed.provides().contains(new Reference.ToRoutine(after))) {
            follow(new Reference.ToRoutine(before.name()), new Reference.ToRoutine(after));
        }
        if (renamed.provides().contains(new Reference.ToRelation(after))) {
            follow(new Reference.ToRelation(before.name()), new Reference.ToRelation(after));
        }
        if (renamed instanceof Role) {
            follow(new Reference.ToObject(before), new Reference.ToObject(renamed.key()));
        }
        if (renamed instanceof Collation) {
            follow(new Reference.ToObject(before), new Reference.ToObject(renamed.key()));
            schema.updateTables(table -> CollationRename.in(table, before.name(), after));
        }
        schema.updateTables(table -> table.withColumns(table.columns().stream()
                .map(column -> isType ? withType(column, before.name(), after) : column)
                .map(column -> isSequence
                        ? new SequenceDefaults(table, syntax).following(column, before.name(), after)
                        : column)
                .toList()));
    }

    private static Table ofType(Table table, ObjectName before, ObjectName after) {
        if (!before.toString().equals(table.options().get(OF_TYPE))) {
            return table;
        }
        Map<String, String> options = new LinkedHashMap<>(table.options());
        options.put(OF_TYPE, after.toString());
        return table.withOptions(options);
    }

    private static Column withType(Column column, ObjectName before, ObjectName after) {
        boolean isOf = column.type().isDeclared() && column.type().name().equals(before);
        return isOf ? column.withType(column.type().withName(after)) : column;
    }

    /** A default that is or holds the label of an enum follows the label. */
    void member(ObjectKey object, String before, String after) {
        schema.replace(schema.object(object).withMember(before, after));
        schema.updateTables(table -> table.withColumns(table.columns().stream()
                .map(column -> column.type().name().equals(object.name())
                                && column.fill() instanceof Fill.Default(Expression value)
                        ? column.withFill(
                                new Fill.Default(new Expression(Labels.renamed(value.sql(), before, after, syntax))))
                        : column)
                .toList()));
    }

    private void column(ObjectName table, String before, String after) {
        Table holder = schema.table(table);
        if (holder.column(before).isEmpty()) {
            throw new IllegalStateException("there is no column " + Describing.member(table, before));
        }
        schema.replace(new ColumnRename(holder, before, after, syntax).applied());
        descendants(table, each -> new ColumnRename(each, before, after, syntax).applied());
        UnaryOperator<ForeignKey> follow = key -> key.target().equals(table)
                ? key.withEnds(key.columns(), table, renamed(key.targetColumns(), before, after))
                : key;
        schema.updateTables(each -> withForeignKeys(each, follow));
        schema.updateObjects(object -> withOwner(
                object,
                owner -> owner.equals(new Reference.ToColumn(table, before))
                        ? new Reference.ToColumn(table, after)
                        : owner));
        follow(new Reference.ToColumn(table, before), new Reference.ToColumn(table, after));
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
}
