/** PostgreSQL 14 and later: types, statements, and what its catalogues say. */
@NullMarked
package dev.decant.postgresql;

import org.jspecify.annotations.NullMarked;
