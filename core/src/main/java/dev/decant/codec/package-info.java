/** Schemas and changes as JSON and back, with upgrades from older formats. */
@NullMarked
package dev.decant.codec;

import org.jspecify.annotations.NullMarked;
