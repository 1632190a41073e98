/** The databases that the studio works on, by the names of their environments. */
@NullMarked
package dev.decant.studio.connection;

import org.jspecify.annotations.NullMarked;
