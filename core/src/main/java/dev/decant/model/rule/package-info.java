/** Rules, which rewrite statements. */
@NullMarked
package dev.decant.model.rule;

import org.jspecify.annotations.NullMarked;
