@NullMarked
package dev.decant.embedded.postgresql;

import org.jspecify.annotations.NullMarked;
