/** The schema in the code against the database, as a page is told of it. */
@NullMarked
package dev.decant.studio.changes;

import org.jspecify.annotations.NullMarked;
