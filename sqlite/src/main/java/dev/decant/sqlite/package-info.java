/** SQLite: its dialect, which changes tables in place where SQLite can and builds them anew where it cannot, and its JDBC half. */
@NullMarked
package dev.decant.sqlite;

import org.jspecify.annotations.NullMarked;
