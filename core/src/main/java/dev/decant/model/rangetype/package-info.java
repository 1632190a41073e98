/** Range types. */
@NullMarked
package dev.decant.model.rangetype;

import org.jspecify.annotations.NullMarked;
