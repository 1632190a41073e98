package dev.decant.config;

import java.util.Optional;

/**
 * A database that verbs work on, with the care it asks for.
 *
 * @param name the name in {@code [environment.NAME]}; empty for {@code [database]} and for a bare URL
 * @param url where it is, with the user and password that were found for it
 * @param protectedFromPush whether a push is refused, and data loss needs a named approval
 * @param window when it may be changed; always when there is none
 * @param backup whether a backup is made before migrating
 */
public record Environment(
        Optional<String> name,
        DatabaseUrl url,
        boolean protectedFromPush,
        Optional<MaintenanceWindow> window,
        boolean backup) {

    /** What people call it: {@code production (postgresql://app@host/odr)}, without any password. */
    public String display() {
        return name.map(text -> text + " (" + url.display() + ")").orElseGet(url::display);
    }
}
