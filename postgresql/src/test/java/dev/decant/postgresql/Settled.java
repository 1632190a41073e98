package dev.decant.postgresql;

import dev.decant.model.Schema;
import dev.decant.model.SchemaBuilder;

/** What is wanted, with what a table has and cannot lose, which makes no difference. */
final class Settled {
    private Settled() {}

    static Schema in(Schema now, Schema wanted) {
        SchemaBuilder settled = wanted.toBuilder();
        settled.updateTables(table -> now.table(table.name())
                .map(has -> table.withTraits(LiveDatabase.DIALECT.settled(has.traits(), table.traits())))
                .orElse(table));
        return settled.build();
    }
}
