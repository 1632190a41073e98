/** What users write: typed classes for tables and other objects, from which the model is built. */
@NullMarked
package dev.decant.dsl;

import org.jspecify.annotations.NullMarked;
