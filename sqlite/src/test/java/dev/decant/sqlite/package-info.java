/** SQLite, tried on SQLite. */
@NullMarked
package dev.decant.sqlite;

import org.jspecify.annotations.NullMarked;
