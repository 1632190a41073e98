package dev.decant.source;

import dev.decant.model.Schema;

/** The schema with nothing in it. */
public record EmptySource() implements SchemaSource {
    @Override
    public Schema read() {
        return Schema.EMPTY;
    }

    @Override
    public String describe() {
        return "an empty schema";
    }
}
