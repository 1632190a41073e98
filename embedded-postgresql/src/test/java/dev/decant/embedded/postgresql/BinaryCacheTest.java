package dev.decant.embedded.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class BinaryCacheTest {
    private static final String PROGRAM = "#!/bin/sh\necho 'postgres (PostgreSQL) 17.99'\n";

    @TempDir
    Path folder;

    @Test
    void an_archive_is_unpacked_once_into_a_folder_named_by_version_and_checksum() throws IOException {
        BinaryArchive archive = BinaryArchive.in(jar("bin/postgres", PROGRAM));
        Installation first = cache().unpack(archive, event -> {});
        Installation second = cache().unpack(archive, event -> {
            throw new AssertionError("unpacked again");
        });

        assertThat(second).isEqualTo(first);
        assertThat(first.version()).isEqualTo("17.99");
        assertThat(first.unpacked()).isTrue();
        assertThat(first.bin()).isEqualTo(folder.resolve("cache/17.99-" + archive.checksum() + "/bin"));
        assertThat(first.bin().resolve("postgres")).isExecutable();
    }

    @Test
    void threads_that_unpack_at_once_get_the_same_folder() throws IOException {
        BinaryArchive archive = BinaryArchive.in(jar("bin/postgres", PROGRAM));
        List<Installation> all = IntStream.range(0, 8)
                .parallel()
                .mapToObj(number -> cache().unpack(archive, event -> {}))
                .distinct()
                .toList();
        assertThat(all).hasSize(1);
    }

    @Test
    void programs_that_do_not_run_here_are_not_kept() throws IOException {
        Path jar = jar("bin/postgres", "#!/bin/sh\necho 'no such library'; exit 127\n");

        assertThatThrownBy(() -> cache().unpack(BinaryArchive.in(jar), event -> {}))
                .hasMessageContaining("DCT-602")
                .hasMessageContaining("postgres does not run here: no such library");
        try (Stream<Path> left = Files.list(folder.resolve("cache"))) {
            assertThat(left.map(path -> path.getFileName().toString())).allMatch(name -> name.startsWith("."));
        }
    }

    @Test
    void an_archive_that_reaches_outside_of_its_folder_is_refused() throws IOException {
        Path jar = jar("../../escaped", "x");

        assertThatThrownBy(() -> cache().unpack(BinaryArchive.in(jar), event -> {}))
                .hasMessageContaining("DCT-608")
                .hasMessageContaining("reaches outside");
        assertThat(folder.resolve("escaped")).doesNotExist();
    }

    @Test
    void a_jar_without_an_archive_is_named() throws IOException {
        Path jar = folder.resolve("empty.jar");
        try (JarOutputStream stream = new JarOutputStream(Files.newOutputStream(jar))) {
            stream.putNextEntry(new JarEntry("readme"));
        }
        assertThatThrownBy(() -> BinaryArchive.in(jar)).hasMessageContaining("DCT-602 " + jar);
        assertThatThrownBy(() -> BinaryArchive.in(folder.resolve("missing.jar")))
                .hasMessageContaining("DCT-602");
    }

    private BinaryCache cache() {
        return new BinaryCache(folder.resolve("cache"));
    }

    private Path jar(String name, String content) throws IOException {
        Path jar = folder.resolve("binaries.jar");
        try (JarOutputStream stream = new JarOutputStream(Files.newOutputStream(jar))) {
            stream.putNextEntry(new JarEntry("postgres-any.txz"));
            stream.write(archive(name, content.getBytes(StandardCharsets.UTF_8)));
        }
        return jar;
    }

    private static byte[] archive(String name, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream packed = new XZOutputStream(bytes, new LZMA2Options(0));
                TarArchiveOutputStream tar = new TarArchiveOutputStream(packed)) {
            TarArchiveEntry entry = new TarArchiveEntry(name);
            entry.setSize(content.length);
            entry.setMode(0755);
            tar.putArchiveEntry(entry);
            tar.write(content);
            tar.closeArchiveEntry();
        }
        return bytes.toByteArray();
    }
}
