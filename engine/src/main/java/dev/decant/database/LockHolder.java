package dev.decant.database;

/**
 * Who holds a runner's lock.
 *
 * @param name what it is called by whoever wants to end it: the number of a process
 * @param words the same for a person, with what else is known
 */
public record LockHolder(String name, String words) {}
