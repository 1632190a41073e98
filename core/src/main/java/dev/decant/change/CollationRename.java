package dev.decant.change;

import dev.decant.model.Column;
import dev.decant.model.Constraint;
import dev.decant.model.Index;
import dev.decant.model.ObjectName;
import dev.decant.model.Table;
import java.util.Optional;

/** The rename of a collation inside a table that sorts by it. */
final class CollationRename {
    private final ObjectName before;
    private final ObjectName after;

    private CollationRename(ObjectName before, ObjectName after) {
        this.before = before;
        this.after = after;
    }

    static Table in(Table table, ObjectName before, ObjectName after) {
        CollationRename rename = new CollationRename(before, after);
        return table.withColumns(table.columns().stream().map(rename::in).toList())
                .withConstraints(table.constraints().stream().map(rename::in).toList())
                .withIndexes(table.indexes().stream().map(rename::in).toList());
    }

    private Column in(Column column) {
        return column.withCollation(in(column.collation()));
    }

    private Constraint in(Constraint constraint) {
        return constraint instanceof Constraint.Exclusion exclusion ? exclusion.withKeys(this::in) : constraint;
    }

    private Index in(Index index) {
        return index.withKeys(index.keys().stream().map(this::in).toList());
    }

    private Index.Key in(Index.Key key) {
        return key.withCollation(in(key.collation()));
    }

    private Optional<ObjectName> in(Optional<ObjectName> collation) {
        return collation.map(name -> name.equals(before) ? after : name);
    }
}
