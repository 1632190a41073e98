/** Migrations as they stand, and what is done with them from a page. */
@NullMarked
package dev.decant.studio.timeline;

import org.jspecify.annotations.NullMarked;
