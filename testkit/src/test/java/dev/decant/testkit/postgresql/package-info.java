@NullMarked
package dev.decant.testkit.postgresql;

import org.jspecify.annotations.NullMarked;
