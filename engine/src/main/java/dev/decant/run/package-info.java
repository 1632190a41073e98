/** Executes migrations under a lock, one transaction a step with its history, resumes what was interrupted, tells of everything in events. */
@NullMarked
package dev.decant.run;

import org.jspecify.annotations.NullMarked;
