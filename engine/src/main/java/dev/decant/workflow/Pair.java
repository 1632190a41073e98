package dev.decant.workflow;

import dev.decant.model.Schema;

/**
 * Two schemas that can be compared: of the same part of a database, and in the same words.
 *
 * @param before what is there
 * @param after what is wanted
 * @param kept who owns what is there and what roles may do with it, where that is not compared: what is built again gets it back
 */
record Pair(Schema before, Schema after, Schema kept) {
    /** Two schemas of which nothing else is known. */
    Pair(Schema before, Schema after) {
        this(before, after, Schema.EMPTY);
    }
}
