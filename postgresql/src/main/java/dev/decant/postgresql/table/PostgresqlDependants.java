package dev.decant.postgresql.table;

import dev.decant.dialect.Statement;
import dev.decant.model.Column;
import dev.decant.model.Constraint;
import dev.decant.model.Expression;
import dev.decant.model.Fill;
import dev.decant.model.Index;
import dev.decant.model.ObjectName;
import dev.decant.model.References;
import dev.decant.model.SchemaView;
import dev.decant.model.Table;
import dev.decant.model.TablePart;
import dev.decant.postgresql.sql.PostgresqlText;
import dev.decant.sql.Expressions;
import dev.decant.sql.Mention;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What stands in the way while columns get a type that cannot be compared with the one before: foreign keys over them, and checks, indexes
 * and generated columns whose expressions name them, or name a type that goes. They are dropped before and made again after.
 */
public final class PostgresqlDependants {
    private record Placed(ObjectName table, TablePart part) {}

    /** The methods that know texts too; an index without a method is one of the first. */
    private static final Set<String> PLAIN_METHODS = Set.of("", "btree", "hash");

    private final SchemaView schema;
    private final Set<ObjectName> types;
    private final List<Placed> placed = new ArrayList<>();

    /**
     * Finds them.
     *
     * @param columns the names of the columns by their tables
     */
    public PostgresqlDependants(SchemaView schema, Map<ObjectName, Set<String>> columns) {
        this(schema, columns, Set.of());
    }

    /**
     * Finds them, and what names types or collations that go, whatever columns it is over.
     *
     * @param columns the names of the columns by their tables
     */
    public PostgresqlDependants(SchemaView schema, Map<ObjectName, Set<String>> columns, Set<ObjectName> types) {
        this.schema = schema;
        this.types = Set.copyOf(types);
        for (Table table : schema.tables().values()) {
            Set<String> own = columns.getOrDefault(table.name(), Set.of());
            collectForeignKeys(table, own, columns);
            if (!own.isEmpty() || !types.isEmpty()) {
                collect(table, own);
            }
        }
    }

    /** Takes in what searches some columns in a way that only their type knows, for columns that are of another type meanwhile. */
    public void addSearches(Map<ObjectName, Set<String>> columns) {
        for (Table table : schema.tables().values()) {
            Set<String> own = columns.getOrDefault(table.name(), Set.of());
            Stream<TablePart> searches = Stream.concat(
                    table.indexes().stream()
                            .filter(index -> !PLAIN_METHODS.contains(index.method()))
                            .filter(index -> !Collections.disjoint(References.columnsOf(index), own)),
                    table.constraints().stream()
                            .filter(Constraint.Exclusion.class::isInstance)
                            .filter(exclusion -> !Collections.disjoint(exclusion.columns(), own)));
            searches.map(part -> new Placed(table.name(), part))
                    .filter(each -> !placed.contains(each))
                    .forEach(placed::add);
        }
    }

    private void collectForeignKeys(Table table, Set<String> own, Map<ObjectName, Set<String>> columns) {
        for (Constraint.ForeignKey key : table.foreignKeys()) {
            boolean pointsAtOne = schema.table(key.target()).stream()
                    .anyMatch(target -> columns.getOrDefault(key.target(), Set.of()).stream()
                            .anyMatch(column -> References.pointsAt(key, target, column)));
            if (!Collections.disjoint(key.columns(), own) || pointsAtOne) {
                placed.add(new Placed(table.name(), key));
            }
        }
    }

    private void collect(Table table, Set<String> columns) {
        Set<String> named = new HashSet<>(columns);
        Set<String> computed = new HashSet<>();
        List<Placed> generated = new ArrayList<>();
        for (Column column : table.columns()) {
            if (column.fill() instanceof Fill.Generated fill
                    && (columns.contains(column.name()) || mentions(table, fill.value(), columns))) {
                generated.add(new Placed(table.name(), column));
                computed.add(column.name());
            }
        }
        named.addAll(computed);
        for (Index index : table.indexes()) {
            if (!Collections.disjoint(References.columnsOf(index), computed) || mentions(table, index, named)) {
                placed.add(new Placed(table.name(), index));
            }
        }
        for (Constraint constraint : table.constraints()) {
            if (isInTheWay(table, constraint, named, computed)) {
                placed.add(new Placed(table.name(), constraint));
            }
        }
        placed.addAll(generated);
    }

    private boolean isInTheWay(Table table, Constraint constraint, Set<String> named, Set<String> computed) {
        return switch (constraint) {
            case Constraint.Check check -> mentions(table, check.condition(), named);
            case Constraint.PrimaryKey key -> !Collections.disjoint(key.columns(), computed);
            case Constraint.Unique unique -> !Collections.disjoint(unique.columns(), computed);
            case Constraint.ForeignKey key -> false;
            case Constraint.Exclusion exclusion -> isInTheWay(table, exclusion, named, computed);
        };
    }

    private boolean mentions(Table table, Index index, Set<String> columns) {
        return index.predicate().stream().anyMatch(predicate -> mentions(table, predicate, columns))
                || index.keys().stream().anyMatch(key -> mentions(table, key, columns));
    }

    private boolean mentions(Table table, Index.Key key, Set<String> columns) {
        return key.collation().filter(types::contains).isPresent()
                || key.subject() instanceof Index.Subject.OfExpression(Expression expression)
                        && mentions(table, expression, columns);
    }

    private boolean mentions(Table table, Expression expression, Collection<String> columns) {
        return namesType(table.name(), expression, types)
                || columns.stream()
                        .anyMatch(column -> Expressions.mentionsColumn(
                                expression.sql(), table.name().local(), column, PostgresqlText.SYNTAX));
    }

    /** Whether an expression of a table names one of some types or collations. */
    public static boolean namesType(ObjectName table, Expression expression, Set<ObjectName> types) {
        return !types.isEmpty()
                && Expressions.identifiers(expression.sql(), PostgresqlText.SYNTAX).stream()
                        .filter(mention -> mention.role() != Mention.Role.CALL)
                        .filter(mention -> mention.role() == Mention.Role.TYPE
                                || mention.path().size() > 1)
                        .map(mention -> mention.path().size() > 1
                                ? ObjectName.of(mention.qualifier(), mention.name())
                                : table.withLocal(mention.name()))
                        .anyMatch(types::contains);
    }

    private boolean isInTheWay(Table table, Constraint.Exclusion exclusion, Set<String> named, Set<String> computed) {
        return !Collections.disjoint(exclusion.columns(), computed)
                || exclusion
                        .predicate()
                        .filter(predicate -> mentions(table, predicate, named))
                        .isPresent()
                || exclusion.elements().stream().anyMatch(element -> mentions(table, element.key(), named));
    }

    /** What the partitions of a table have of their own about the indexes over some columns, where those are not taken away. */
    public List<Statement> keptBelow(ObjectName table, Set<String> columns) {
        return PostgresqlBuiltAgain.render(table, columns, schema, part -> !placed.contains(new Placed(table, part)));
    }

    /** What takes them away: foreign keys first, the columns on which others rest last. */
    public List<Statement> drop() {
        return inOrder().stream()
                .flatMap(each -> PostgresqlParts.drop(each.table(), each.part(), schema).stream())
                .toList();
    }

    /** What brings them back, in the opposite order. */
    public List<Statement> restore() {
        PostgresqlReach reach = new PostgresqlReach(schema);
        return inOrder().reversed().stream()
                .flatMap(each -> PostgresqlParts.add(each.table(), reach.in(each.part()), schema).stream())
                .toList();
    }

    private List<Placed> inOrder() {
        List<Placed> ordered = new ArrayList<>();
        for (int rank = 0; rank <= 3; rank++) {
            int wanted = rank;
            placed.stream().filter(each -> rank(each.part()) == wanted).forEach(ordered::add);
        }
        return ordered;
    }

    private static int rank(TablePart part) {
        return switch (part) {
            case Constraint.ForeignKey key -> 0;
            case Index index -> 1;
            case Constraint constraint -> 2;
            case Column column -> 3;
        };
    }
}
