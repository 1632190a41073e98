package dev.decant.config;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;

/** What keeps a file from being read or written, in words: Java's own message is often the path alone. */
public final class FileTrouble {
    private FileTrouble() {}

    /** The words for it, with the path where the trouble is. */
    public static String words(IOException trouble) {
        return switch (trouble) {
            case AccessDeniedException denied -> "permission denied: " + denied.getFile();
            case NoSuchFileException missing -> "there is no " + missing.getFile();
            case FileSystemException other ->
                Optional.ofNullable(other.getReason()).orElse(other.getClass().getSimpleName()) + ": "
                        + other.getFile();
            default ->
                Optional.ofNullable(trouble.getMessage())
                        .orElse(trouble.getClass().getSimpleName());
        };
    }
}
