package dev.decant.plan;

import dev.decant.dialect.Ability;
import dev.decant.dialect.Dialect;
import dev.decant.model.Column;
import dev.decant.model.Constraint;
import dev.decant.model.Deferral;
import dev.decant.model.Expression;
import dev.decant.model.Fill;
import dev.decant.model.Index;
import dev.decant.model.ObjectKey;
import dev.decant.model.ObjectName;
import dev.decant.model.PartKind;
import dev.decant.model.Reference;
import dev.decant.model.References;
import dev.decant.model.SchemaView;
import dev.decant.model.Table;
import dev.decant.model.TablePart;
import dev.decant.model.collation.Collation;
import dev.decant.model.enumtype.EnumType;
import dev.decant.model.raw.RawObject;
import dev.decant.model.sequence.Sequence;
import dev.decant.sql.Expressions;
import dev.decant.sql.Labels;
import dev.decant.sql.Mention;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What tables and their parts provide to others and use of others, down to columns and to the names inside expressions. */
final class Uses {
    /** The one way in which a default names a sequence: a text that is read as a name. */
    private static final Pattern NEXT_VALUE = Pattern.compile("nextval\\('((?:[^']|'')++)'", Pattern.CASE_INSENSITIVE);

    private final Dialect dialect;

    Uses(Dialect dialect) {
        this.dialect = dialect;
    }

    /** What stands under the name of a table: itself, and the type of its rows. */
    static Set<Reference> table(ObjectName name) {
        return Set.of(new Reference.ToTable(name), new Reference.ToRelation(name), new Reference.ToType(name));
    }

    static Set<Reference> namespace(ObjectName name) {
        return name.schema().isEmpty() ? Set.of() : Set.of(new Reference.ToNamespace(name.schema()));
    }

    Set<Reference> providedBy(Table table) {
        Set<Reference> provided = new HashSet<>(table(table.name()));
        for (PartKind kind : PartKind.values()) {
            table.parts(kind).forEach(part -> provided.addAll(providedBy(table.name(), part)));
        }
        return provided;
    }

    /** The relations that a table takes along to another namespace: its indexes, those of its keys, and the sequences of its columns. */
    Set<ObjectName> carriedBy(ObjectName table, SchemaView state) {
        Set<ObjectName> carried = new HashSet<>();
        state.table(table)
                .ifPresent(holder -> providedBy(holder).forEach(provided -> {
                    if (provided instanceof Reference.ToRelation(ObjectName name) && !name.equals(table)) {
                        carried.add(name);
                    }
                }));
        for (Sequence sequence : state.objects(Sequence.KIND)) {
            if (sequence.owner().filter(owner -> owner.table().equals(table)).isPresent()) {
                carried.add(sequence.name());
            }
        }
        return carried;
    }

    /** What a table needs of others to be there; what it finds in itself is left out. */
    Set<Reference> usedBy(Table table) {
        Set<Reference> used = new HashSet<>(namespace(table.name()));
        table.lineage().parents().forEach(parent -> used.add(new Reference.ToTable(parent)));
        used.addAll(dialect.neededBy(table.traits()));
        for (PartKind kind : PartKind.values()) {
            table.parts(kind).forEach(part -> used.addAll(usedBy(table.name(), part)));
        }
        used.removeAll(providedBy(table));
        return used;
    }

    Set<Reference> providedBy(ObjectName table, TablePart part) {
        return switch (part) {
            case Column column -> providedBy(table, column);
            case Constraint.PrimaryKey primary -> {
                Set<Reference> provided = new HashSet<>(key(table, primary, primary.deferral()));
                provided.add(new Reference.ToPrimaryKey(table));
                yield provided;
            }
            case Constraint.Unique unique -> key(table, unique, unique.deferral());
            case Constraint.ForeignKey key -> Set.of(constraint(table, key));
            case Constraint.Check check -> Set.of(constraint(table, check));
            case Constraint.Exclusion exclusion -> {
                Set<Reference> provided = new HashSet<>(named(table, PartKind.CONSTRAINT, exclusion.name()));
                References.periodKey(exclusion).ifPresent(key -> provided.add(new Reference.ToKey(table, key)));
                yield provided;
            }
            case Index index -> providedBy(table, index);
        };
    }

    Set<Reference> usedBy(ObjectName table, TablePart part) {
        Set<Reference> used = new HashSet<>();
        used.add(new Reference.ToTable(table));
        switch (part) {
            case Column column -> use(used, table, column);
            case Constraint.PrimaryKey key -> {
                use(used, table, key.columns());
                use(used, table, key.include());
            }
            case Constraint.Unique unique -> {
                use(used, table, unique.columns());
                use(used, table, unique.include());
            }
            case Constraint.ForeignKey key -> use(used, table, key);
            case Constraint.Check check -> use(used, table, check.condition());
            case Constraint.Exclusion exclusion -> use(used, table, exclusion);
            case Index index -> use(used, table, index);
        }
        return used;
    }

    private Set<Reference> providedBy(ObjectName table, Column column) {
        Set<Reference> provided = new HashSet<>();
        provided.add(new Reference.ToColumn(table, column.name()));
        sequence(column.fill()).ifPresent(sequence -> provided.add(new Reference.ToRelation(sequence)));
        dialect.constraintOf(column)
                .ifPresent(name -> provided.add(new Reference.ToPart(table, PartKind.CONSTRAINT, name)));
        return provided;
    }

    /** The sequence that comes with the column. */
    private static Optional<ObjectName> sequence(Fill fill) {
        return switch (fill) {
            case Fill.Serial serial -> Optional.of(serial.sequence());
            case Fill.Identity identity -> identity.sequence();
            default -> Optional.empty();
        };
    }

    private static Reference constraint(ObjectName table, Constraint constraint) {
        return new Reference.ToPart(table, PartKind.CONSTRAINT, constraint.name());
    }

    /** A key that is checked late is none that a foreign key can point at. */
    private Set<Reference> key(ObjectName table, Constraint constraint, Deferral deferral) {
        Set<Reference> provided = new HashSet<>(named(table, PartKind.CONSTRAINT, constraint.name()));
        if (deferral == Deferral.NOT_DEFERRABLE) {
            provided.add(Reference.ToKey.of(table, constraint.columns()));
        }
        return provided;
    }

    /** What is there under the name of a constraint or index. */
    Set<Reference> named(ObjectName table, PartKind kind, String name) {
        Reference part = new Reference.ToPart(table, kind, name);
        return kind == PartKind.INDEX || dialect.can(Ability.NAME_KEYS_LIKE_TABLES)
                ? Set.of(part, new Reference.ToRelation(table.withLocal(name)))
                : Set.of(part);
    }

    private static Set<Reference> providedBy(ObjectName table, Index index) {
        Set<Reference> provided = new HashSet<>();
        provided.add(new Reference.ToPart(table, PartKind.INDEX, index.name()));
        provided.add(new Reference.ToRelation(table.withLocal(index.name())));
        if (References.isKey(index)) {
            provided.add(new Reference.ToKey(table, References.columnsOf(index.withInclude(List.of()))));
        }
        return provided;
    }

    private void use(Set<Reference> used, ObjectName table, Column column) {
        if (column.type().isDeclared()) {
            used.add(new Reference.ToType(column.type().name()));
        }
        use(used, column.collation());
        if (column.fill() instanceof Fill.Generated generated) {
            use(used, table, generated.value());
        } else if (column.fill() instanceof Fill.Default given) {
            used.addAll(labels(column, given.value()));
            called(used, table, given.value());
            Matcher sequence = NEXT_VALUE.matcher(given.value().sql());
            while (sequence.find()) {
                used.add(new Reference.ToRelation(resolved(sequence.group(1), table)));
            }
        }
    }

    /** The routines, types and named things that an expression mentions; one without a namespace is looked for beside its table. */
    private void called(Set<Reference> used, ObjectName table, Expression expression) {
        used.addAll(TextNames.in(expression, table));
        for (Mention mention : Expressions.identifiers(expression.sql(), dialect.syntax())) {
            ObjectName thing = mention.path().size() > 1
                    ? ObjectName.of(mention.qualifier(), mention.name())
                    : table.withLocal(mention.name());
            switch (mention.role()) {
                case CALL -> used.add(new Reference.ToRoutine(thing));
                case TYPE -> used.add(new Reference.ToType(thing));
                case NAME -> {}
            }
        }
    }

    /** A collation of the schema; one that the database brings is in no namespace. */
    private static void use(Set<Reference> used, Optional<ObjectName> collation) {
        collation
                .filter(name -> !name.schema().isEmpty())
                .ifPresent(name -> used.add(new Reference.ToObject(new ObjectKey(Collation.KIND, name))));
    }

    /** The labels of an enum that a default names. */
    private List<Reference> labels(Column column, Expression given) {
        if (!column.type().isDeclared()) {
            return List.of();
        }
        ObjectKey type = new ObjectKey(EnumType.KIND, column.type().name());
        return Labels.in(given.sql(), dialect.syntax()).stream()
                .<Reference>map(label -> new Reference.ToMember(type, label))
                .toList();
    }

    /** The name in a string, without the string's quotes, which is beside another thing when it has no namespace. */
    static ObjectName resolved(String text, ObjectName beside) {
        ObjectName found = ObjectName.parse(text.replace("''", "'"));
        return found.schema().isEmpty() ? found.inSchema(beside.schema()) : found;
    }

    private static void use(Set<Reference> used, ObjectName table, Iterable<String> columns) {
        columns.forEach(column -> used.add(new Reference.ToColumn(table, column)));
    }

    private void use(Set<Reference> used, ObjectName table, Constraint.ForeignKey key) {
        use(used, table, key.columns());
        if (!dialect.can(Ability.REFER_FORWARD)) {
            used.add(new Reference.ToTable(key.target()));
            use(used, key.target(), key.targetColumns());
            used.add(Reference.ToKey.of(key.target(), key.targetColumns()));
        }
    }

    /** What a part calls by name without resting on it: the target of a foreign key, where that may come later. */
    Set<Reference> namedBy(TablePart part) {
        Set<Reference> named = new HashSet<>();
        if (part instanceof Constraint.ForeignKey key && dialect.can(Ability.REFER_FORWARD)) {
            named.add(new Reference.ToTable(key.target()));
            use(named, key.target(), key.targetColumns());
        }
        return named;
    }

    private void use(Set<Reference> used, ObjectName table, Index index) {
        use(used, table, References.columnsOf(index));
        index.predicate().ifPresent(predicate -> use(used, table, predicate));
        for (Index.Key key : index.keys()) {
            use(used, index.method(), key);
            if (key.subject() instanceof Index.Subject.OfExpression(Expression expression)) {
                use(used, table, expression);
            }
        }
    }

    private void use(Set<Reference> used, ObjectName table, Constraint.Exclusion exclusion) {
        use(used, table, exclusion.columns());
        exclusion.predicate().ifPresent(predicate -> use(used, table, predicate));
        for (Constraint.Exclusion.Element element : exclusion.elements()) {
            called(used, table, new Expression(element.operator()));
            use(used, exclusion.method(), element.key());
            if (element.key().subject() instanceof Index.Subject.OfExpression(Expression expression)) {
                use(used, table, expression);
            }
        }
    }

    /** What a key is sorted in the order of; an operator class that the database brings is in no namespace. */
    private static void use(Set<Reference> used, String method, Index.Key key) {
        use(used, key.collation());
        key.operatorClass()
                .map(Index.OperatorClass::name)
                .filter(name -> !name.schema().isEmpty())
                .ifPresent(name -> used.add(RawObject.operatorClass(name, method)));
    }

    /** Any name in an expression may be a column of its table; one that is not is a reference that nobody provides. */
    private void use(Set<Reference> used, ObjectName table, Expression expression) {
        for (Mention mention : Expressions.identifiers(expression.sql(), dialect.syntax())) {
            if (mention.role() == Mention.Role.NAME) {
                used.add(new Reference.ToColumn(table, mention.name()));
            }
        }
        called(used, table, expression);
    }
}
