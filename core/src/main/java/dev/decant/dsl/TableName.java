package dev.decant.dsl;

import dev.decant.model.ObjectName;

/** What a table class is called. */
final class TableName {
    private TableName() {}

    /** Whether the database can keep it; if not, that is reported. */
    static boolean isGood(Columns table) {
        String schema = schemaOf(table);
        boolean goodSchema = schema.equals(table.database().usualNamespace())
                || NameRules.check(schema, "namespace of a table", table.declaredAt(), table);
        return goodSchema && NameRules.check(localNameOf(table), "table", table.declaredAt(), table);
    }

    static ObjectName of(Columns table) {
        return ObjectName.of(schemaOf(table), localNameOf(table));
    }

    private static String schemaOf(Columns table) {
        return table.givenSchema()
                .or(() -> Annotations.schemaOf(table.getClass()))
                .orElse(table.database().usualNamespace());
    }

    private static String localNameOf(Columns table) {
        return table.givenName().orElseGet(() -> Annotations.localNameOf(table.getClass()));
    }
}
