/** Tests of what scripts are drawn at random. */
@NullMarked
package dev.decant.testkit.script;

import org.jspecify.annotations.NullMarked;
