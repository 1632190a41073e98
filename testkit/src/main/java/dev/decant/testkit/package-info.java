/** What the tests of every dialect share: random schemas, and the contract that each dialect passes. */
@NullMarked
package dev.decant.testkit;

import org.jspecify.annotations.NullMarked;
