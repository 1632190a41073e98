/** What changes a database from a page: one at a time, told of as it happens. */
@NullMarked
package dev.decant.studio.run;

import org.jspecify.annotations.NullMarked;
