package dev.decant.sqlite;

import dev.decant.model.Column;
import dev.decant.model.Constraint;
import dev.decant.model.Constraint.ForeignKey;
import dev.decant.model.Expression;
import dev.decant.model.ObjectName;
import dev.decant.model.Table;
import dev.decant.sql.Expressions;
import dev.decant.sql.Mention;
import dev.decant.sql.Syntax;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A table as it was read.
 *
 * @param name its name
 * @param columns its columns
 * @param constraints its constraints, named or not
 * @param options what else is said of it
 */
record ReadTable(String name, List<Column> columns, List<NamelessConstraint> constraints, Map<String, String> options) {
    ReadTable {
        columns = List.copyOf(columns);
        constraints = List.copyOf(constraints);
        options = Map.copyOf(options);
    }

    /** The columns of the primary key in their own spelling; none when there is none. */
    List<String> key() {
        return constraints.stream()
                .map(NamelessConstraint::constraint)
                .filter(Constraint.PrimaryKey.class::isInstance)
                .findFirst()
                .map(key -> NameScope.of(name, columnNames()).spelled(key.columns()))
                .orElse(List.of());
    }

    private List<String> columnNames() {
        return columns.stream().map(Column::name).toList();
    }

    /** The table with every constraint under a name: its own, else the one that PostgreSQL would choose. */
    Table named() {
        Map<String, String> all = new TreeMap<>(options);
        Set<String> taken = new HashSet<>();
        constraints.forEach(constraint -> taken.add(constraint.given()));
        Set<String> used = new HashSet<>();
        List<Constraint> named = new ArrayList<>();
        for (NamelessConstraint read : constraints) {
            boolean first = !read.given().isEmpty() && used.add(read.given());
            String wish = read.given().isEmpty() ? usualName(read.constraint()) : read.given();
            String own = first ? wish : SqliteNames.free(wish, taken::contains);
            taken.add(own);
            named.add(read.constraint().withName(own));
            SqliteOptions.putOnConflict(all, own, read.conflict());
            SqliteOptions.putKeyOrder(all, own, read.order());
        }
        return new Table(ObjectName.of(name), columns, named, List.of(), all, "");
    }

    private String usualName(Constraint constraint) {
        return switch (constraint) {
            case Constraint.PrimaryKey key -> join(Stream.of("pkey"));
            case Constraint.Unique unique -> join(Stream.concat(unique.columns().stream(), Stream.of("key")));
            case ForeignKey key -> join(Stream.concat(key.columns().stream(), Stream.of("fkey")));
            case Constraint.Check check -> join(Stream.concat(onlyColumn(check.condition()), Stream.of("check")));
            case Constraint.Exclusion exclusion -> join(Stream.of("excl"));
        };
    }

    private String join(Stream<String> words) {
        return String.join("_", Stream.concat(Stream.of(name), words).toList());
    }

    /** The column that a condition is about when it is about one only. */
    private Stream<String> onlyColumn(Expression condition) {
        NameScope scope = NameScope.of(name, columnNames());
        List<String> mentioned = Expressions.identifiers(condition.sql(), Syntax.SQLITE).stream()
                .filter(mention -> mention.role() == Mention.Role.NAME)
                .flatMap(mention -> scope.column(mention.name()).stream())
                .distinct()
                .toList();
        return mentioned.size() == 1 ? mentioned.stream() : Stream.empty();
    }
}
