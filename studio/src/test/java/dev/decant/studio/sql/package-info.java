/** Statements that somebody typed, and what they may not do. */
@NullMarked
package dev.decant.studio.sql;

import org.jspecify.annotations.NullMarked;
