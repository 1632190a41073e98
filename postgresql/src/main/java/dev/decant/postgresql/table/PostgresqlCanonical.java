package dev.decant.postgresql.table;

import dev.decant.dialect.ObjectSupports;
import dev.decant.model.Column;
import dev.decant.model.Constraint;
import dev.decant.model.DataType;
import dev.decant.model.Expression;
import dev.decant.model.Fill;
import dev.decant.model.Index;
import dev.decant.model.Lineage;
import dev.decant.model.ObjectName;
import dev.decant.model.Schema;
import dev.decant.model.SequenceOptions;
import dev.decant.model.Table;
import dev.decant.postgresql.sql.PostgresqlBounds;
import dev.decant.postgresql.sql.PostgresqlDefaults;
import dev.decant.postgresql.sql.PostgresqlExpressions;
import dev.decant.postgresql.sql.PostgresqlNames;
import dev.decant.postgresql.sql.PostgresqlOperatorClasses;
import dev.decant.postgresql.sql.PostgresqlOwnRights;
import dev.decant.postgresql.sql.PostgresqlTypes;
import dev.decant.postgresql.sql.PostgresqlUsualPrivileges;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A schema in the one spelling that is kept in files and compared: the server's own, as far as it is known without a server. */
public final class PostgresqlCanonical {
    private final Schema given;
    private final ObjectSupports objects;

    public PostgresqlCanonical(Schema given, ObjectSupports objects) {
        this.given = given;
        this.objects = objects;
    }

    public Schema schema() {
        return PostgresqlUsualPrivileges.leftAway(exact());
    }

    /** The schema with all that roles may do, whoever gave it. */
    public Schema exact() {
        return PostgresqlOwnRights.leftAway(
                PostgresqlPartitionTriggers.canonical(PostgresqlOwnedSequences.folded(Schema.of(
                        given.tables().values().stream()
                                .map(PostgresqlCanonical::table)
                                .toList(),
                        given.objects().values().stream()
                                .map(objects::canonical)
                                .toList()))));
    }

    private static Table table(Table table) {
        Set<String> keyed =
                table.primaryKey().map(key -> Set.copyOf(key.columns())).orElse(Set.of());
        List<Column> columns = table.columns().stream()
                .map(column -> column(
                        table.name(),
                        column.nullable() && keyed.contains(column.name()) ? column.withNullable(false) : column))
                .map(column -> PostgresqlIdentitySequences.canonical(table, column))
                .toList();
        Table columned = table.withColumns(columns);
        return new Table(
                table.name(),
                columns,
                table.constraints().stream()
                        .map(constraint -> constraint(columned, constraint))
                        .toList(),
                table.indexes().stream().map(index -> index(columned, index)).toList(),
                lineage(table.lineage()),
                PostgresqlTableOptions.canonical(table),
                table.comment());
    }

    private static Lineage lineage(Lineage lineage) {
        return new Lineage(
                lineage.partitioning().map(PostgresqlBounds::partitioning),
                lineage.parents(),
                lineage.bound().map(PostgresqlBounds::bound),
                lineage.declaredColumns(),
                lineage.declaredChecks());
    }

    private static Column column(ObjectName table, Column column) {
        Optional<DataType> counted = PostgresqlTypes.ofSerial(column.type());
        if (counted.isPresent() && column.fill() instanceof Fill.Nothing) {
            ObjectName sequence = PostgresqlNames.serialSequence(table, column.name());
            return column.withType(counted.get())
                    .withNullable(false)
                    .withFill(new Fill.Serial(sequence, SequenceOptions.DEFAULT));
        }
        DataType type = PostgresqlTypes.canonical(column.type());
        return new Column(
                column.name(),
                type,
                column.nullable(),
                fill(table, column.withType(type)),
                column.collation().map(PostgresqlCanonical::collation),
                column.options(),
                column.comment());
    }

    /** The system's own collations are known without their namespace. */
    private static ObjectName collation(ObjectName given) {
        return given.schema().equals("pg_catalog") ? ObjectName.of(given.local()) : given;
    }

    private static Fill fill(ObjectName table, Column column) {
        DataType type = column.type();
        return switch (column.fill()) {
            case Fill.Nothing nothing -> nothing;
            case Fill.Default(Expression value) -> PostgresqlDefaults.canonical(value, type);
            case Fill.Identity identity ->
                new Fill.Identity(
                        identity.always(),
                        concise(PostgresqlIdentitySequences.type(column), identity.options()),
                        Optional.of(placed(PostgresqlIdentities.sequence(table, column.name(), identity), table)));
            case Fill.Serial(ObjectName sequence, SequenceOptions options) ->
                new Fill.Serial(placed(sequence, table), concise(type, options));
            case Fill.AutoIncrement counted -> counted;
            case Fill.Generated(Expression value, boolean stored) ->
                new Fill.Generated(PostgresqlExpressions.canonical(value), stored);
        };
    }

    private static ObjectName placed(ObjectName sequence, ObjectName table) {
        return sequence.schema().isEmpty() ? sequence.inSchema(table.schema()) : sequence;
    }

    private static SequenceOptions concise(DataType type, SequenceOptions options) {
        PostgresqlTypes.Range range = PostgresqlTypes.range(type);
        return options.concise(range.smallest(), range.largest());
    }

    private static Constraint constraint(Table table, Constraint constraint) {
        return switch (constraint) {
            case Constraint.Check check -> check.withCondition(PostgresqlExpressions.canonical(check.condition()));
            case Constraint.Exclusion exclusion ->
                exclusion.over(
                        exclusion.elements().stream()
                                .map(element -> new Constraint.Exclusion.Element(
                                        key(table, exclusion.method(), element.key()), element.operator()))
                                .toList(),
                        exclusion.include(),
                        exclusion.predicate().map(PostgresqlExpressions::canonical));
            default -> constraint;
        };
    }

    public static Index index(Table table, Index index) {
        String method = index.method().isEmpty() ? PostgresqlIndexes.USUAL_METHOD : index.method();
        return new Index(
                index.name(),
                index.keys().stream().map(key -> key(table, method, key)).toList(),
                index.unique(),
                method,
                index.nullsNotDistinct() && index.unique(),
                index.include(),
                index.predicate().map(PostgresqlExpressions::canonical),
                index.storage(),
                index.comment());
    }

    private static Index.Key key(Table table, String method, Index.Key key) {
        Index.Nulls usual = key.descending() ? Index.Nulls.FIRST : Index.Nulls.LAST;
        return key.withSubject(subject(key.subject()))
                .withNulls(key.nulls() == usual ? Index.Nulls.DEFAULT : key.nulls())
                .withOperatorClass(key.operatorClass().filter(given -> !isUsual(table, method, key, given)));
    }

    private static Index.Subject subject(Index.Subject subject) {
        return switch (subject) {
            case Index.Subject.OfColumn column -> column;
            case Index.Subject.OfExpression(Expression expression) ->
                new Index.Subject.OfExpression(PostgresqlExpressions.canonical(expression));
        };
    }

    private static boolean isUsual(Table table, String method, Index.Key key, Index.OperatorClass given) {
        return given.parameters().isEmpty()
                && key.subject() instanceof Index.Subject.OfColumn(String name)
                && table.column(name)
                        .filter(column -> PostgresqlOperatorClasses.isUsual(
                                method, column.type(), given.name().local()))
                        .isPresent();
    }
}
