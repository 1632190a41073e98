/** Real PostgreSQL servers for tests, one a major version and test process, and a fresh database in an instant. */
@NullMarked
package dev.decant.testkit.postgresql;

import org.jspecify.annotations.NullMarked;
