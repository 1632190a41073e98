/** Policies: who sees and changes which rows of a table. */
@NullMarked
package dev.decant.model.policy;

import org.jspecify.annotations.NullMarked;
