/** Statements that somebody typed. */
@NullMarked
package dev.decant.studio.sql;

import org.jspecify.annotations.NullMarked;
