/** Extended statistics: what {@code CREATE STATISTICS} makes. */
@NullMarked
package dev.decant.model.statistics;

import org.jspecify.annotations.NullMarked;
