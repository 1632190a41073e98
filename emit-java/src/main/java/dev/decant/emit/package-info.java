/** A schema written as the Java classes that declare it, anew or into classes that are there. */
@NullMarked
package dev.decant.emit;

import org.jspecify.annotations.NullMarked;
