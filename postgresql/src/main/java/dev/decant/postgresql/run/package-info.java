/** What the runner asks of a PostgreSQL server: locks, probes, limits, who is in the way, scratch places and backups. */
@NullMarked
package dev.decant.postgresql.run;

import org.jspecify.annotations.NullMarked;
