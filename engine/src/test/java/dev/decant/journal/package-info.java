/** Tests of the journal. */
@NullMarked
package dev.decant.journal;

import org.jspecify.annotations.NullMarked;
