package dev.decant.model.routine;

/**
 * A setting under which a routine runs.
 *
 * @param name its name in lower case
 * @param value its value as {@code SHOW} would show it; in a list of names, as {@code search_path} is, each is quoted that needs it
 */
public record Setting(String name, String value) {}
