/** The JDBC half of a dialect: open, inspect, lock; found by ServiceLoader. */
@NullMarked
package dev.decant.database;

import org.jspecify.annotations.NullMarked;
