/** What a team keeps as files of its project. */
@NullMarked
package dev.decant.studio.saved;

import org.jspecify.annotations.NullMarked;
