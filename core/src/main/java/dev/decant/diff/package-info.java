/** Two schemas in, changes out; asks about renames through an interface. One comparer a concern. */
@NullMarked
package dev.decant.diff;

import org.jspecify.annotations.NullMarked;
