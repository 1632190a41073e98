package dev.decant.emit;

/**
 * A constant of an enum as it stands in a file.
 *
 * @param name its name
 * @param label its label in the database
 * @param start where it begins, with what stands between it and the one before
 * @param end where it ends
 */
record ParsedConstant(String name, String label, int start, int end) {}
