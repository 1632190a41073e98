/** What went wrong, in words for the person who can mend it: a code, what, where, and what to do next. */
@NullMarked
package dev.decant.failure;

import org.jspecify.annotations.NullMarked;
