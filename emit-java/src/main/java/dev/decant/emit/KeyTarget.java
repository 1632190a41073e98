package dev.decant.emit;

import dev.decant.model.Column;
import dev.decant.model.Constraint;
import dev.decant.model.ObjectName;
import dev.decant.model.Table;

/** The columns that a foreign key points at. */
final class KeyTarget {
    private final FileCode file;
    private final Table table;
    private final Constraint.ForeignKey key;

    KeyTarget(FileCode file, Table table, Constraint.ForeignKey key) {
        this.file = file;
        this.table = table;
        this.key = key;
    }

    /** Code that yields one of them when it is run later. */
    String supplier(int index) {
        if (!file.has(key.target(), key.targetColumns())) {
            file.lackTable("the foreign key " + key.name() + " of " + table.name(), "points at", key.target());
            return "";
        }
        return file.supplier(key.target(), key.targetColumns().get(index));
    }

    /** Whether it has the Java type of the column that points at it; the database compares some types that Java tells apart. */
    boolean isTyped(int index) {
        return !file.has(key.target(), key.targetColumns())
                || type(table.name(), key.columns().get(index))
                        .equals(type(key.target(), key.targetColumns().get(index)));
    }

    private JavaType type(ObjectName owner, String column) {
        Column found = file.schema()
                .table(owner)
                .flatMap(holder -> file.column(holder, column))
                .orElseThrow();
        return new ColumnTypes(file).of(found.type());
    }
}
