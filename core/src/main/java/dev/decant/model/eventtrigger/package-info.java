/** Event triggers: what {@code CREATE EVENT TRIGGER} makes. */
@NullMarked
package dev.decant.model.eventtrigger;

import org.jspecify.annotations.NullMarked;
