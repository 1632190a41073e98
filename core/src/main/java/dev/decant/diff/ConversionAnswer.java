package dev.decant.diff;

import dev.decant.model.Expression;

/**
 * What somebody says to a {@link ConversionQuestion}.
 *
 * @param forward the new value, computed from the row before
 * @param backward the old value, computed from the row after
 */
public record ConversionAnswer(Expression forward, Expression backward) {}
