/** What tests of several packages share. */
@NullMarked
package dev.decant.testing;

import org.jspecify.annotations.NullMarked;
