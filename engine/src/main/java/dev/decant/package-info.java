/** Decant inside of an application. */
@NullMarked
package dev.decant;

import org.jspecify.annotations.NullMarked;
