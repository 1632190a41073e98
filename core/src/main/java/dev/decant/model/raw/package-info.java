/** Objects that are kept as the SQL that makes them. */
@NullMarked
package dev.decant.model.raw;

import org.jspecify.annotations.NullMarked;
