/** Programs that measure Decant and print what they find. */
@NullMarked
package dev.decant.bench;

import org.jspecify.annotations.NullMarked;
