/** Tests of the SQLite dialect against SQLite. */
@NullMarked
package dev.decant.sqlite;

import org.jspecify.annotations.NullMarked;
