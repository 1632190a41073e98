/** The command line: reads arguments, calls a verb, prints what came of it, and exits. */
@NullMarked
package dev.decant.cli;

import org.jspecify.annotations.NullMarked;
