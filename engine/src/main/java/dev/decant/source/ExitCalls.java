package dev.decant.source;

import dev.decant.failure.Failure;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds calls that would end the program, and Decant with it, in the file of a class: JVM specification, section 4.4. */
final class ExitCalls {
    private static final Set<String> CALLS =
            Set.of("java/lang/System.exit", "java/lang/Runtime.exit", "java/lang/Runtime.halt");
    private static final int MAGIC_AND_VERSION = 8;
    private static final int TEXT = 1;
    private static final int LONG = 5;
    private static final int DOUBLE = 6;
    private static final int CLASS = 7;
    private static final int METHOD = 10;
    private static final int NAME_AND_TYPE = 12;
    /** How many bytes follow the tag of a constant, by tag. */
    private static final List<Integer> SIZES = List.of(0, 0, 0, 4, 4, 8, 8, 2, 2, 4, 4, 4, 4, 0, 0, 3, 2, 4, 4, 2, 2);

    private final Map<Integer, String> texts = new HashMap<>();
    private final Map<Integer, Integer> classes = new HashMap<>();
    private final Map<Integer, Integer> names = new HashMap<>();
    private final Map<Integer, int[]> methods = new HashMap<>();

    private ExitCalls() {}

    /** What is wrong with a class that has such a call; nothing when it has none. */
    static Optional<Failure> in(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        if (loader == null) {
            return Optional.empty();
        }
        String file = type.getName().replace('.', '/') + ".class";
        try (@Nullable InputStream bytes = loader.getResourceAsStream(file)) {
            return bytes == null ? Optional.empty() : new ExitCalls().found(bytes, type.getName());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Optional<Failure> found(InputStream bytes, String className) throws IOException {
        read(new DataInputStream(bytes));
        return methods.values().stream()
                .map(method -> text(classes, method[0]) + "." + text(names, method[1]))
                .filter(CALLS::contains)
                .findFirst()
                .map(call -> Failure.of(
                                SourceFailures.ENDS,
                                "the class " + className + " would end the program: it calls "
                                        + call.replace('/', '.').replace("java.lang.", ""))
                        .next("a schema is only read; throw an exception where something is wrong"));
    }

    /** The text that a constant of some kind points at. */
    private String text(Map<Integer, Integer> constants, int index) {
        return texts.getOrDefault(constants.getOrDefault(index, 0), "");
    }

    private void read(DataInputStream in) throws IOException {
        in.skipNBytes(MAGIC_AND_VERSION);
        int count = in.readUnsignedShort();
        for (int i = 1; i < count; i++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case TEXT -> texts.put(i, in.readUTF());
                case CLASS -> classes.put(i, in.readUnsignedShort());
                case METHOD -> methods.put(i, new int[] {in.readUnsignedShort(), in.readUnsignedShort()});
                case NAME_AND_TYPE -> {
                    names.put(i, in.readUnsignedShort());
                    in.skipNBytes(2);
                }
                default -> in.skipNBytes(SIZES.get(tag));
            }
            // A number of eight bytes takes two places.
            i += tag == LONG || tag == DOUBLE ? 1 : 0;
        }
    }
}
