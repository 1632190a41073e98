package dev.decant.workflow;

import dev.decant.model.Schema;

/**
 * Two schemas that can be compared: of the same part of a database, and in the same words.
 *
 * @param before what is there
 * @param after what is wanted
 */
record Pair(Schema before, Schema after) {}
