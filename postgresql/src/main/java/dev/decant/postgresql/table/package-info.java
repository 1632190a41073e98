/** Tables and all that hangs on them: columns, constraints, indexes, sequences, partitions, statistics. */
@NullMarked
package dev.decant.postgresql.table;

import org.jspecify.annotations.NullMarked;
