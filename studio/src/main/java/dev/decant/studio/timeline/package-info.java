/** The migrations of a project as they stand in a database. */
@NullMarked
package dev.decant.studio.timeline;

import org.jspecify.annotations.NullMarked;
