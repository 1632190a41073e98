/** Tests of the history. */
@NullMarked
package dev.decant.history;

import org.jspecify.annotations.NullMarked;
