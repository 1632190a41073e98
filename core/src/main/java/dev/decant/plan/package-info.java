/** Orders changes by dependency, breaks cycles, chooses the way, collects hazards. */
@NullMarked
package dev.decant.plan;

import org.jspecify.annotations.NullMarked;
