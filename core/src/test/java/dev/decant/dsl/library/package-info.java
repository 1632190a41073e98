/** A schema as a user would write it, and tests of what it says. */
@NullMarked
package dev.decant.dsl.library;

import org.jspecify.annotations.NullMarked;
