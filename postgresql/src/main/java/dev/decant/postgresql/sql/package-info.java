/** PostgreSQL's own words: names, types, expressions, defaults, and the locks that statements take. */
@NullMarked
package dev.decant.postgresql.sql;

import org.jspecify.annotations.NullMarked;
