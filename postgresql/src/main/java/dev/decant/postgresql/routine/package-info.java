/** Functions, procedures, aggregates and triggers. */
@NullMarked
package dev.decant.postgresql.routine;

import org.jspecify.annotations.NullMarked;
