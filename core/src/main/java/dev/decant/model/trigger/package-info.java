/** Triggers: what {@code CREATE TRIGGER} makes. */
@NullMarked
package dev.decant.model.trigger;

import org.jspecify.annotations.NullMarked;
