/** Roles, privileges and policies. */
@NullMarked
package dev.decant.postgresql.access;

import org.jspecify.annotations.NullMarked;
