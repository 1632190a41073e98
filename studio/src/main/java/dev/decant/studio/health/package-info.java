/** How a database fares, and who is at work in it. */
@NullMarked
package dev.decant.studio.health;

import org.jspecify.annotations.NullMarked;
