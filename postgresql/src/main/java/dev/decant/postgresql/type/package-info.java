/** Enums, domains, composites, ranges and collations, and how a type takes the place of another. */
@NullMarked
package dev.decant.postgresql.type;

import org.jspecify.annotations.NullMarked;
