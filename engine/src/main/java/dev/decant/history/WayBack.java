package dev.decant.history;

/**
 * What the history keeps of a migration so that it can be taken back without its folder.
 *
 * @param downSql the text of {@code down.sql}
 * @param changes what it changed, as JSON
 */
public record WayBack(String downSql, String changes) {}
