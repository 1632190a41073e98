/** Ends runs in every way that runs end, and sees that the next one leads where an undisturbed one does. */
@NullMarked
package dev.decant.postgresql.faults;

import org.jspecify.annotations.NullMarked;
