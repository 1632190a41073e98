@NullMarked
package dev.decant.postgresql.table;

import org.jspecify.annotations.NullMarked;
