/** Owners: which role a thing belongs to. */
@NullMarked
package dev.decant.model.ownership;

import org.jspecify.annotations.NullMarked;
