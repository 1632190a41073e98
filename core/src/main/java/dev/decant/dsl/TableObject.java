package dev.decant.dsl;

import dev.decant.model.SchemaObject;

/** An object that is a part of a table, as a field of the table's class declares it. */
public abstract sealed class TableObject extends DeclaredObject permits Access, OwnerRole, Policy, Statistics, Trigger {
    private final String name;

    /** An object of this name; of its field's name when that is empty. */
    TableObject(String name) {
        this.name = name;
    }

    final String called(String field) {
        return name.isEmpty() ? Naming.snakeCase(field) : name;
    }

    /** The object, which the field of this name of the table's class holds. */
    abstract SchemaObject build(TableDraft holder, String field);

    @Override
    SchemaObject build(PgSchema owner, String field, Targets targets) {
        throw new IllegalArgumentException(called(field) + " is part of a table: declare it in the table's class");
    }
}
