@NullMarked
package dev.decant.postgresql.run;

import org.jspecify.annotations.NullMarked;
