package dev.decant.emit;

import java.util.List;

/**
 * A file of Java source with what stands where.
 *
 * @param file the file
 * @param packageName the package; empty for none
 * @param packageEnd where the line of its declaration ends
 * @param imports what it imports, in order
 * @param classes the classes in it, those inside of others too
 */
record ParsedFile(
        JavaFile file, String packageName, int packageEnd, List<ParsedImport> imports, List<ParsedClass> classes) {
    /**
     * An import.
     *
     * @param name what it imports: a class, a static field, or everything of a package or class with {@code *} at the end
     * @param isStatic whether it is of static members
     * @param start where its line begins
     * @param end where that ends
     */
    record ParsedImport(String name, boolean isStatic, int start, int end) {
        /** Whether the file knows that name by this import. */
        boolean covers(String other) {
            return name.equals(other)
                    || name.endsWith(".*")
                            && other.substring(0, other.lastIndexOf('.') + 1)
                                    .equals(name.substring(0, name.length() - 1));
        }

        String simpleName() {
            return name.substring(name.lastIndexOf('.') + 1);
        }
    }

    String text() {
        return file.text();
    }
}
