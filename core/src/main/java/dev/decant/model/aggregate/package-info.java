/** Aggregates: what {@code CREATE AGGREGATE} makes. */
@NullMarked
package dev.decant.model.aggregate;

import org.jspecify.annotations.NullMarked;
