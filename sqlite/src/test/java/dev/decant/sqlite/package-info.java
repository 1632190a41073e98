<<<<<<< HEAD
/** Tests of the SQLite dialect against SQLite. */
=======
/** SQLite, tried on SQLite. */
>>>>>>> sqlite
@NullMarked
package dev.decant.sqlite;

import org.jspecify.annotations.NullMarked;
