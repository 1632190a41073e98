/** The studio as it runs, on databases of real servers. */
@NullMarked
package dev.decant.studio;

import org.jspecify.annotations.NullMarked;
