package dev.decant.dsl;

import java.lang.StackWalker.StackFrame;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A line of the user's source, for messages.
 *
 * @param file the file with its package as folders: {@code com/acme/db/Users.java}
 * @param line the line's number from one; zero when it is not known
 */
record SourceLine(String file, int line) implements Comparable<SourceLine> {
    private static final Comparator<SourceLine> ORDER =
            Comparator.comparing(SourceLine::file).thenComparingInt(SourceLine::line);

    private static final String OWN_PACKAGE = SourceLine.class.getPackageName();
    private static final StackWalker STACK = StackWalker.getInstance();

    /** The line outside of this package that called into it. */
    static SourceLine ofCaller() {
        return STACK.walk(frames ->
                        frames.filter(frame -> isOutside(frame.getClassName())).findFirst())
                .map(frame -> of(frame.getClassName(), frame.getFileName(), frame.getLineNumber()))
                .orElse(new SourceLine("?", 0));
    }

    /** The line of a class whose constructor is running, or of the nearest caller. */
    static SourceLine ofConstructor(Class<?> type) {
        Predicate<StackFrame> own = frame -> frame.getClassName().equals(type.getName());
        return STACK.walk(frames -> frames.filter(own).findFirst())
                .map(frame -> of(frame.getClassName(), frame.getFileName(), frame.getLineNumber()))
                .orElseGet(() -> ofClass(type));
    }

    /** The file of a class, as far as its name tells. */
    static SourceLine ofClass(Class<?> type) {
        String outermost = type.getName().replaceFirst("\\$.*", "");
        return new SourceLine(outermost.replace('.', '/') + ".java", 0);
    }

    /** The user's line at which an exception passed. */
    static Optional<SourceLine> of(Throwable thrown) {
        return Arrays.stream(thrown.getStackTrace())
                .filter(frame -> frame.getLineNumber() > 0 && !isMachinery(frame.getClassName()))
                .map(frame -> of(frame.getClassName(), frame.getFileName(), frame.getLineNumber()))
                .findFirst();
    }

    private static SourceLine of(String className, @Nullable String fileName, int line) {
        int dot = className.lastIndexOf('.');
        String folder = className.substring(0, dot + 1).replace('.', '/');
        return new SourceLine(folder + (fileName == null ? className.substring(dot + 1) : fileName), Math.max(line, 0));
    }

    private static boolean isMachinery(String className) {
        return !isOutside(className)
                || className.startsWith("dev.decant.model.")
                || className.startsWith("java.")
                || className.startsWith("jdk.");
    }

    private static boolean isOutside(String className) {
        return !className.startsWith(OWN_PACKAGE) || className.lastIndexOf('.') != OWN_PACKAGE.length();
    }

    @Override
    public int compareTo(SourceLine other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return line == 0 ? file : file + ":" + line;
    }
}
