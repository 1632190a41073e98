package dev.decant.postgresql.table;

import dev.decant.change.AddPart;
import dev.decant.change.AlterObject;
import dev.decant.change.AlterPart;
import dev.decant.change.Change;
import dev.decant.change.ConvertColumn;
import dev.decant.change.CreateObject;
import dev.decant.change.CreateTable;
import dev.decant.change.DropObject;
import dev.decant.dialect.Operation;
import dev.decant.model.Column;
import dev.decant.model.Constraint;
import dev.decant.model.DataType;
import dev.decant.model.Expression;
import dev.decant.model.Index;
import dev.decant.model.ObjectName;
import dev.decant.model.SchemaObject;
import dev.decant.model.SchemaView;
import dev.decant.model.Table;
import dev.decant.model.TablePart;
import dev.decant.model.compositetype.CompositeType;
import dev.decant.model.domain.Domain;
import dev.decant.model.extension.Extension;
import dev.decant.model.routine.Argument;
import dev.decant.model.routine.Result;
import dev.decant.model.routine.Routine;
import dev.decant.postgresql.sql.PostgresqlExtensionNames;
import dev.decant.postgresql.sql.PostgresqlText;
import dev.decant.sql.Expressions;
import dev.decant.sql.Mention;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Writes the types, functions and operator classes of extensions with their namespace where the extension has one of its own, since nobody's
 * search_path need have it.
 */
public final class PostgresqlReach {
    private final Map<String, String> namespaces = new HashMap<>();

    /** Finds the extensions of a schema that are in a namespace of their own. */
    public PostgresqlReach(SchemaView schema) {
        for (Extension extension : schema.objects(Extension.KIND)) {
            extension
                    .schema()
                    .ifPresent(namespace -> namespaces.put(extension.name().local(), namespace));
        }
    }

    /** The operation with names that are found from anywhere. */
    public Operation in(Operation operation) {
        return namespaces.isEmpty()
                ? operation
                : new Operation(operation.changes().stream().map(this::in).toList());
    }

    /** The change with names that are found from anywhere. */
    public Change in(Change change) {
        return switch (change) {
            case CreateObject(SchemaObject object) -> new CreateObject(in(object));
            case DropObject(SchemaObject object) -> new DropObject(in(object));
            case AlterObject(SchemaObject before, SchemaObject after) -> new AlterObject(in(before), in(after));
            case CreateTable(Table table) -> new CreateTable(in(table));
            case AddPart(ObjectName table, TablePart part) -> new AddPart(table, in(part));
            case AlterPart(ObjectName table, TablePart before, TablePart after) ->
                new AlterPart(table, in(before), in(after));
            case ConvertColumn convert ->
                new ConvertColumn(
                        convert.table(),
                        in(convert.before()),
                        in(convert.after()),
                        in(convert.forward()),
                        in(convert.backward()));
            default -> change;
        };
    }

    private Table in(Table table) {
        return table.withColumns(table.columns().stream().map(this::in).toList())
                .withConstraints(table.constraints().stream().map(this::in).toList())
                .withIndexes(table.indexes().stream().map(this::in).toList());
    }

    /** The part with names that are found from anywhere. */
    public TablePart in(TablePart part) {
        return switch (part) {
            case Column column -> in(column);
            case Constraint constraint -> in(constraint);
            case Index index -> in(index);
        };
    }

    private SchemaObject in(SchemaObject object) {
        return switch (object) {
            case Domain domain ->
                new Domain(
                        domain.name(),
                        in(domain.type()),
                        domain.collation(),
                        domain.fill(),
                        domain.nullability(),
                        domain.checks(),
                        domain.comment());
            case CompositeType composite ->
                new CompositeType(
                        composite.name(),
                        composite.attributes().stream().map(this::in).toList(),
                        composite.comment());
            case Routine routine ->
                routine.withArguments(
                        routine.arguments().stream().map(this::in).toList(),
                        routine.result().map(result -> new Result(in(result.type()), result.setOf())));
            default -> object;
        };
    }

    private Argument in(Argument argument) {
        return argument.withType(in(argument.type()));
    }

    private CompositeType.Attribute in(CompositeType.Attribute attribute) {
        return new CompositeType.Attribute(
                attribute.name(), in(attribute.type()), attribute.collation(), attribute.comment());
    }

    private Column in(Column column) {
        return column.withType(in(column.type()));
    }

    private DataType in(DataType type) {
        return type.withName(
                in(type.name(), PostgresqlExtensionNames.ofType(type.name().local())));
    }

    /** How values are computed, with the types of extensions, and hstore's function of its name, where they are. */
    private Expression in(Expression expression) {
        return new Expression(Expressions.qualified(expression.sql(), this::namespace, PostgresqlText.SYNTAX));
    }

    private Optional<String> namespace(Mention mention) {
        Optional<String> extension = switch (mention.role()) {
            case TYPE -> PostgresqlExtensionNames.ofType(mention.name());
            case CALL -> Optional.of(mention.name()).filter("hstore"::equals);
            case NAME -> Optional.empty();
        };
        return extension.map(namespaces::get);
    }

    private Constraint in(Constraint constraint) {
        return constraint instanceof Constraint.Exclusion exclusion ? exclusion.withKeys(this::in) : constraint;
    }

    private Index in(Index index) {
        return index.withKeys(index.keys().stream().map(this::in).toList());
    }

    private Index.Key in(Index.Key key) {
        return key.withOperatorClass(key.operatorClass().map(this::in));
    }

    private Index.OperatorClass in(Index.OperatorClass given) {
        ObjectName name = in(
                given.name(),
                PostgresqlExtensionNames.ofOperatorClass(given.name().local()));
        return new Index.OperatorClass(name, given.parameters());
    }

    private ObjectName in(ObjectName name, Optional<String> extension) {
        return name.schema().isEmpty()
                ? extension.map(namespaces::get).map(name::inSchema).orElse(name)
                : name;
    }
}
