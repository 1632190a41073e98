/** The studio's half of PostgreSQL: rows by pages, edits, what is read only, and what ails a server. */
@NullMarked
package dev.decant.postgresql.browsing;

import org.jspecify.annotations.NullMarked;
