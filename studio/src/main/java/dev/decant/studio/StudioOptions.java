package dev.decant.studio;

import java.time.Duration;

/**
 * How a studio is run.
 *
 * @param port the port, or 0 for any that is free
 * @param readOnly whether nothing is written to any database
 * @param idle after how long without a request the studio stops; zero when it does not
 * @param version the version of Decant, for the page
 */
public record StudioOptions(int port, boolean readOnly, Duration idle, String version) {}
