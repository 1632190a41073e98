/** Collations: the orders in which text is sorted. */
@NullMarked
package dev.decant.model.collation;

import org.jspecify.annotations.NullMarked;
