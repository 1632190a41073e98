/** What can happen to a schema. Every change holds before and after, reverses itself, describes itself, and applies itself to a {@code Schema}. */
@NullMarked
package dev.decant.change;

import org.jspecify.annotations.NullMarked;
