package dev.decant.cli;

import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code decant quickstart}: Decant at work, on a copy of a real project and a PostgreSQL of its own. */
@Command(
        name = "quickstart",
        description = {
            "Shows Decant at work: copies a real project of 22 tables into a scratch folder, starts a PostgreSQL there, and runs"
                    + " through a change and back.",
            "Needs a JDK and nothing else; touches no other database."
        },
        footer = {"", "Examples:", "  decant quickstart", "  decant quickstart /tmp/odr"})
final class QuickstartVerb implements Callable<Integer> {
    private final Call call;

    @Parameters(
            arity = "0..1",
            paramLabel = "FOLDER",
            description = "Where to copy it, an empty folder or a new one; a temporary one when left out.")
    private Optional<Path> folder = Optional.empty();

    QuickstartVerb(Call call) {
        this.call = call;
    }

    @Override
    public Integer call() {
        Path target = folder.map(this::given).orElseGet(QuickstartVerb::temporary);
        ExampleProject.copyInto(target);
        return new Tour(call, target).run();
    }

    private Path given(Path path) {
        Path target = call.terminal().surroundings().workingDirectory().resolve(path);
        if (!isEmpty(target)) {
            throw unusable(target, "something is there already").exception();
        }
        return target;
    }

    /** What an earlier quick start downloaded and built may be used again. */
    private static boolean isEmpty(Path target) {
        if (!Files.isDirectory(target)) {
            return Files.notExists(target);
        }
        try (Stream<Path> entries = Files.list(target)) {
            return entries.allMatch(entry -> entry.endsWith(".decant"));
        } catch (IOException e) {
            throw unusable(target, "it cannot be read").exception(e);
        }
    }

    /** Open to be passed through: root's PostgreSQL may be run by another user. */
    private static Path temporary() {
        try {
            Path made = Files.createTempDirectory("decant-quickstart-");
            if (made.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
            return made;
        } catch (IOException e) {
            throw new DecantException(
                    unusable(Path.of(System.getProperty("java.io.tmpdir", "")), "no folder can be made"), e);
        }
    }

    private static Failure unusable(Path target, String what) {
        return Failure.of("DCT-122", what).at(target.toString()).next("name another folder: decant quickstart FOLDER");
    }
}
