/** Extensions of the database. */
@NullMarked
package dev.decant.model.extension;

import org.jspecify.annotations.NullMarked;
