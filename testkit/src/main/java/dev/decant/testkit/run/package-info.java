/** The contract of the runner, as tests that each dialect implements with a database of its own. */
@NullMarked
package dev.decant.testkit.run;

import org.jspecify.annotations.NullMarked;
