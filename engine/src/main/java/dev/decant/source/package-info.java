/** Where a schema can come from, each source in the place of any other. */
@NullMarked
package dev.decant.source;

import org.jspecify.annotations.NullMarked;
