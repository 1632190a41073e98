/** The table of what ran, in the database. */
@NullMarked
package dev.decant.history;

import org.jspecify.annotations.NullMarked;
