/** How a database fares, as a page is told of it. */
@NullMarked
package dev.decant.studio.health;

import org.jspecify.annotations.NullMarked;
