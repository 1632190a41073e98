package dev.decant.emit;

import dev.decant.dsl.UsualNames;
import dev.decant.failure.Failure;
import dev.decant.model.Column;
import dev.decant.model.Constraint;
import dev.decant.model.Index;
import dev.decant.model.ObjectName;
import dev.decant.model.Schema;
import dev.decant.model.Table;
import java.util.List;
import java.util.Optional;

/**
 * What the code of one file is written with.
 *
 * @param schema the schema
 * @param names what its things are called in Java
 * @param usual what names they have when they are given none
 * @param imports what the file imports
 * @param missing takes what cannot be written in Java
 */
record FileCode(Schema schema, SchemaNames names, UsualNames usual, Imports imports, List<Failure> missing) {
    static final String DSL = "dev.decant.dsl.";

    /** The same for another file. */
    FileCode fileOf(String packageName) {
        return withImports(new Imports(packageName));
    }

    /** The same for a file that imports this. */
    FileCode withImports(Imports other) {
        return new FileCode(schema, names, usual, other, missing);
    }

    /** A class of the DSL as the file names it. */
    String dsl(String simpleName) {
        return imports.type(DSL + simpleName);
    }

    /** Notes that something has no form in Java yet. */
    void lack(String what, String form) {
        missing.add(Failure.of("DCT-330", what + " " + form + ", which has no form in Java")
                .next("leave it out of what Decant looks after"));
    }

    /** Notes that something is about a table that nobody looks at. */
    void lackTable(String what, String relation, ObjectName table) {
        missing.add(Failure.of("DCT-330", what + " " + relation + " " + table + ", which is not looked at")
                .next("include " + table + ", or exclude what rests on it"));
    }

    /** A column of another table, as code that yields it when it is run later. */
    String supplier(ObjectName table, String column) {
        return "() -> " + expression(table, column);
    }

    /** A column of another table. */
    String expression(ObjectName table, String column) {
        String object = imports.constant(names.tableClass(table), names.constant(table));
        return object + "." + names.fieldsOf(table).column(column);
    }

    /** Whether a table with such columns, its own or its parents', is one of the schema. */
    boolean has(ObjectName table, List<String> columns) {
        return schema.table(table)
                .filter(found -> columns.stream()
                        .allMatch(column -> column(found, column).isPresent()))
                .isPresent();
    }

    /** A column of a table, its own or of one of its parents. */
    Optional<Column> column(Table table, String column) {
        return InheritedColumns.owner(schema, table, column)
                .flatMap(schema::table)
                .flatMap(owner -> owner.column(column));
    }

    /** Whether a constraint has the name that it gets when it is given none; what that is, a child's class need not agree on. */
    boolean isUsual(Table table, Constraint constraint) {
        return table.lineage().parents().isEmpty() && constraint.name().equals(usual.of(table, constraint));
    }

    /** Whether an index has the name that it gets when it is given none. */
    boolean isUsual(Table table, Index index) {
        return table.lineage().parents().isEmpty() && index.name().equals(usual.of(table, index));
    }

    /** What messages call a column. */
    static String title(Table table, String column) {
        return "the column " + table.name() + "." + column;
    }
}
