/** Rows: looked at, edited, brought in and carried out. */
@NullMarked
package dev.decant.studio.data;

import org.jspecify.annotations.NullMarked;
