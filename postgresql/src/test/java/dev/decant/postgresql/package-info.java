/** Tests of PostgreSQL on real servers. */
@NullMarked
package dev.decant.postgresql;

import org.jspecify.annotations.NullMarked;
