/** Tests of what databases do not decide: the laws of the model, of changes and of plans. */
@NullMarked
package dev.decant.testkit;

import org.jspecify.annotations.NullMarked;
