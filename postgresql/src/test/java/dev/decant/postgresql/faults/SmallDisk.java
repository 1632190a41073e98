package dev.decant.postgresql.faults;

import dev.decant.testkit.postgresql.TestDatabase;
import dev.decant.testkit.postgresql.TestServer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A disk of a few megabytes with a tablespace, which can be filled and emptied. */
final class SmallDisk implements AutoCloseable {
    private static final String SIZE = "24m";

    private final Optional<Path> folder;
    private final TestDatabase catalogue;

    private SmallDisk(Optional<Path> folder, TestDatabase catalogue) {
        this.folder = folder;
        this.catalogue = catalogue;
    }

    /** Mounts one, where that is allowed. */
    static SmallDisk mount(TestServer server) throws IOException, InterruptedException, SQLException {
        TestDatabase catalogue = server.freshDatabase();
        Path folder = Files.createTempDirectory("decant-disk");
        if (!run("mount", "-t", "tmpfs", "-o", "size=" + SIZE, "tmpfs", folder.toString())) {
            return new SmallDisk(Optional.empty(), catalogue);
        }
        SmallDisk disk = new SmallDisk(Optional.of(folder), catalogue);
        UserPrincipal owner =
                Files.getOwner(Path.of(catalogue.query("SHOW data_directory").getFirst()));
        Path tables = Files.createDirectory(folder.resolve("tables"));
        Files.setOwner(tables, owner);
        // A server that is not its owner's enters by the others' right.
        run("chmod", "755", folder.toString());
        catalogue.execute("CREATE TABLESPACE small LOCATION '" + tables + "'");
        return disk;
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    }

    boolean isMounted() {
        return folder.isPresent();
    }

    String tablespace() {
        return "small";
    }

    private Path filler() {
        return folder.orElseThrow().resolve("filler");
    }

    /** Leaves so much room, or less. */
    void fillUpTo(int kilobytes) throws IOException {
        byte[] block = new byte[1024];
        long free = folder.orElseThrow().toFile().getUsableSpace() / block.length;
        try (OutputStream file = Files.newOutputStream(filler())) {
            for (long written = 0; written < free - kilobytes; written++) {
                file.write(block);
            }
        } catch (IOException full) {
            // So it is.
        }
    }

    void empty() throws IOException {
        Files.deleteIfExists(filler());
    }

    @Override
    public void close() throws IOException, InterruptedException, SQLException {
        try (catalogue) {
            if (folder.isPresent()) {
                catalogue.execute("DROP TABLESPACE small");
                run("umount", folder.get().toString());
                Files.deleteIfExists(folder.get());
            }
        }
    }
}
