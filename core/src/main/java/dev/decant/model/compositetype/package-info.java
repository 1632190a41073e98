/** Composite types: rows as values. */
@NullMarked
package dev.decant.model.compositetype;

import org.jspecify.annotations.NullMarked;
