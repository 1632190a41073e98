/** Enumerated types. */
@NullMarked
package dev.decant.model.enumtype;

import org.jspecify.annotations.NullMarked;
