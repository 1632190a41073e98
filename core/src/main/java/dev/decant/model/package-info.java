/** What a database is: immutable records, references by name, never null. */
@NullMarked
package dev.decant.model;

import org.jspecify.annotations.NullMarked;
