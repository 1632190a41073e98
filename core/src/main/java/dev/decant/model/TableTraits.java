package dev.decant.model;

import java.util.Map;

/**
 * What a table has besides its parts.
 *
 * @param lineage how it stands to its partitions and parents
 * @param options what the dialect knows of a table, by its own keys
 * @param comment what users are told about it; may be empty
 */
public record TableTraits(Lineage lineage, Map<String, String> options, String comment) {
    /** Copies and sorts the options. */
    public TableTraits {
        options = Options.copyOf(options);
    }

    /** The traits of a table that stands by itself. */
    public TableTraits(Map<String, String> options, String comment) {
        this(Lineage.NONE, options, comment);
    }
}
