@NullMarked
package dev.decant.postgresql.sql;

import org.jspecify.annotations.NullMarked;
