/** One look at how a database stands to the project. */
@NullMarked
package dev.decant.studio.overview;

import org.jspecify.annotations.NullMarked;
