/** Sequences that stand by themselves. */
@NullMarked
package dev.decant.model.sequence;

import org.jspecify.annotations.NullMarked;
