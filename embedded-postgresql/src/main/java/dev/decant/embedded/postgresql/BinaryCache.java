package dev.decant.embedded.postgresql;

import dev.decant.failure.Failure;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The folder of unpacked binaries; each archive lies there once, in a folder named {@code 17.11-<checksum>}.
 *
 * <p>A folder appears under its name only when it is complete and has proved that it runs here: it is filled under
 * another name and then renamed. Several processes may unpack at once.
 */
record BinaryCache(Path folder) {
    private static final String UNFINISHED = ".unpacking-";

    Installation unpack(BinaryArchive archive, Consumer<Progress> progress) {
        String checksum = archive.checksum();
        Optional<Installation> known = find(checksum);
        if (known.isPresent()) {
            return known.get();
        }
        Folders.create(folder);
        try (FolderLock lock = FolderLock.acquire(folder.resolve(".unpacking.lock"))) {
            return find(checksum).orElseGet(() -> fill(archive, checksum, progress));
        }
    }

    private Optional<Installation> find(String checksum) {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.filter(path -> path.getFileName().toString().matches("\\d[^-]*-" + checksum))
                    .map(BinaryCache::installation)
                    .findFirst();
        } catch (IOException e) {
            throw Folders.trouble(folder, e);
        }
    }

    private static Installation installation(Path unpacked) {
        String name = unpacked.getFileName().toString();
        return new Installation(unpacked.resolve("bin"), name.substring(0, name.indexOf('-')), true);
    }

    private Installation fill(BinaryArchive archive, String checksum, Consumer<Progress> progress) {
        progress.accept(new Progress.Unpacking(archive.location().toString()));
        Folders.deleteMatching(folder, UNFINISHED);
        Path unfinished = folder.resolve(UNFINISHED + checksum);
        extract(archive, unfinished);
        String version = Installation.unpacked(unfinished).version();
        Path finished = folder.resolve(version + "-" + checksum);
        Folders.rename(unfinished, finished);
        return installation(finished);
    }

    private static void extract(BinaryArchive archive, Path target) {
        try (InputStream packed = new BufferedInputStream(archive.open());
                TarArchiveInputStream entries = new TarArchiveInputStream(new XZInputStream(packed))) {
            for (TarArchiveEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                extract(entries, entry, target);
            }
        } catch (IOException e) {
            throw Failure.of("DCT-608", "the PostgreSQL binaries could not be unpacked: " + e.getMessage())
                    .at(target.getParent() + "")
                    .next("see that 80 MB are free and that the folder can be written")
                    .exception(e);
        }
    }

    private static void extract(TarArchiveInputStream entries, TarArchiveEntry entry, Path target) throws IOException {
        Path path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
            throw new IOException("the archive reaches outside of its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(target.resolve(path).getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
            Files.copy(entries, path, StandardCopyOption.REPLACE_EXISTING);
            boolean program = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }
}
