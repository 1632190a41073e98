/** Domains: types with conditions of their own. */
@NullMarked
package dev.decant.model.domain;

import org.jspecify.annotations.NullMarked;
