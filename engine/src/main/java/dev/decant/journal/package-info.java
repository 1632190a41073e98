/** The migrations folder: read, write, order, fingerprint, verify. */
@NullMarked
package dev.decant.journal;

import org.jspecify.annotations.NullMarked;
