package dev.decant.source;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * Compiled classes kept in a folder, one file for each set of sources, the last few of them.
 *
 * <p>It only saves time: a file that is broken counts as missing, and a folder that cannot be written to stays empty.
 *
 * @param folder the folder
 */
record ClassCache(Path folder) {
    private static final int MAGIC = 0xDECA0001;
    private static final int KEPT = 8;
    private static final String EXTENSION = ".classes";

    /** The classes kept under a key, else those that are made, which are kept from now on. */
    Map<String, byte[]> get(String key, Supplier<Map<String, byte[]>> make) {
        Path file = folder.resolve(key + EXTENSION);
        Optional<Map<String, byte[]>> kept = read(file);
        return kept.orElseGet(() -> {
            Map<String, byte[]> made = make.get();
            keep(file, made);
            return made;
        });
    }

    private static Optional<Map<String, byte[]>> read(Path file) {
        try {
            Map<String, byte[]> classes = decode(Files.readAllBytes(file));
            Files.setLastModifiedTime(file, FileTime.fromMillis(System.currentTimeMillis()));
            return Optional.of(classes);
        } catch (IOException missingOrBroken) {
            return Optional.empty();
        }
    }

    private void keep(Path file, Map<String, byte[]> classes) {
        try {
            Files.createDirectories(folder);
            Path unfinished = Files.createTempFile(folder, "new", ".tmp");
            try {
                Files.write(unfinished, encode(classes));
                move(unfinished, file);
            } finally {
                Files.deleteIfExists(unfinished);
            }
            forgetOldest();
        } catch (IOException notKept) {
            // Compiling again is slower, not wrong.
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException unusual) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void forgetOldest() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> old = files.filter(file -> file.toString().endsWith(EXTENSION))
                    .sorted(Comparator.comparingLong(ClassCache::lastUse).reversed())
                    .skip(KEPT)
                    .toList();
            for (Path file : old) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static long lastUse(Path file) {
        return file.toFile().lastModified();
    }

    private static byte[] encode(Map<String, byte[]> classes) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(MAGIC);
        out.writeInt(classes.size());
        for (Map.Entry<String, byte[]> entry : classes.entrySet()) {
            out.writeUTF(entry.getKey());
            out.writeInt(entry.getValue().length);
            out.write(entry.getValue());
        }
        out.writeLong(checksum(bytes.toByteArray(), bytes.size()));
        return bytes.toByteArray();
    }

    private static Map<String, byte[]> decode(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(new ByteArrayInputStream(bytes)));
        if (bytes.length < 2 * Integer.BYTES + Long.BYTES || in.readInt() != MAGIC) {
            throw new IOException("not a file of classes");
        }
        DataInputStream end =
                new DataInputStream(new ByteArrayInputStream(bytes, bytes.length - Long.BYTES, Long.BYTES));
        if (end.readLong() != checksum(bytes, bytes.length - Long.BYTES)) {
            throw new IOException("a broken file of classes");
        }
        Map<String, byte[]> classes = new TreeMap<>();
        int count = in.readInt();
        for (int index = 0; index < count; index++) {
            String name = in.readUTF();
            classes.put(name, in.readNBytes(in.readInt()));
        }
        return classes;
    }

    private static long checksum(byte[] bytes, int length) {
        CRC32 sum = new CRC32();
        sum.update(bytes, 0, length);
        return sum.getValue();
    }
}
