/** The pure half of a dialect: features, canonical form, change to statements. */
@NullMarked
package dev.decant.dialect;

import org.jspecify.annotations.NullMarked;
