/** What a project implements to do in Java what a migration cannot say in SQL. */
@NullMarked
package dev.decant.migration;

import org.jspecify.annotations.NullMarked;
