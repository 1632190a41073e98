package dev.decant.workflow;

/** The packages of Java that folders stand for. */
final class Packages {
    private Packages() {}

    /** The package of a folder of source; the empty name where the folder does not tell. */
    static String of(String folder) {
        String path = folder.replace('\\', '/')
                .replaceFirst("^(.*/)?src/[^/]+/java/", "")
                .replaceFirst("/+$", "");
        return path.startsWith("/") || path.startsWith(".") || path.contains(":") ? "" : path.replaceAll("/+", ".");
    }
}
