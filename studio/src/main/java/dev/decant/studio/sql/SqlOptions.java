package dev.decant.studio.sql;

import java.time.Duration;

/**
 * How statements are run.
 *
 * @param limit how many rows of each are read
 * @param timeout how long each may run; zero for any time
 */
record SqlOptions(int limit, Duration timeout) {}
