/** Routines: what {@code CREATE FUNCTION} and {@code CREATE PROCEDURE} make. */
@NullMarked
package dev.decant.model.routine;

import org.jspecify.annotations.NullMarked;
