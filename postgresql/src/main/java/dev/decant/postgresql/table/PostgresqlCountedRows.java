package dev.decant.postgresql.table;

import dev.decant.model.Descent;
import dev.decant.model.ObjectName;
import dev.decant.model.SchemaView;
import dev.decant.model.Table;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which rows are read to move a sequence beyond every value in use: those of other servers, which may be many or out of reach, are not.
 */
enum PostgresqlCountedRows {
    /** Those of the table and of all that hold rows for it. */
    ALL,
    /** Those of the table alone, since another server holds rows for it. */
    OWN,
    /** None, since another server holds those of the table. */
    NONE;

    /** Those of a table. */
    static PostgresqlCountedRows of(ObjectName table, SchemaView state) {
        Set<ObjectName> foreign = state.tables().values().stream()
                .filter(each -> PostgresqlForeign.isForeign(each.options()))
                .map(Table::name)
                .collect(Collectors.toSet());
        if (foreign.contains(table)) {
            return NONE;
        }
        Descent descent = state.descent();
        return foreign.stream().anyMatch(each -> descent.isDescendant(each, table)) ? OWN : ALL;
    }
}
