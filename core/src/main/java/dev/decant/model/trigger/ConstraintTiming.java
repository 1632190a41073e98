package dev.decant.model.trigger;

import dev.decant.model.Deferral;
import dev.decant.model.ObjectName;
import java.util.Optional;

/**
 * What makes a trigger a constraint.
 *
 * @param deferral when it runs
 * @param from the other table that the constraint is about, if any
 */
public record ConstraintTiming(Deferral deferral, Optional<ObjectName> from) {}
