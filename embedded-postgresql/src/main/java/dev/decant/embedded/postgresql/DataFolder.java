package dev.decant.embedded.postgresql;

import dev.decant.failure.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The database cluster on disk, and its superuser's password.
 *
 * <p>Both are made whole or not at all: the cluster is made under another name and renamed, and the password is written
 * down only after the cluster has it. A lost password file is therefore no loss: the cluster is given a new password.
 */
record DataFolder(ServerFolder folder, Installation installation, ServerAccount account) {
    /** The superuser of every embedded server. */
    static final String USER = "postgres";

    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final String ACCESS = """
            # Written by Decant when it made this cluster: loopback only, and never without the password.
            host  all          all  127.0.0.1/32  scram-sha-256
            host  replication  all  127.0.0.1/32  scram-sha-256
            """;

    /** Makes the cluster and the password, as far as they are missing. The server must not be running. */
    void prepare(boolean temporary, Consumer<Progress> progress) {
        Folders.deleteMatching(folder.home(), unfinished());
        if (!Files.exists(folder.data())) {
            progress.accept(new Progress.Initialising(folder.data(), installation.version()));
            initialise(temporary);
        }
        requireMajor();
        account.own(folder.data());
        if (Files.notExists(folder.password())) {
            givePassword();
        }
    }

    private String unfinished() {
        return ".initialising-" + folder.major() + "-";
    }

    private void initialise(boolean temporary) {
        Path unfinished =
                folder.home().resolve(unfinished() + ProcessHandle.current().pid());
        Folders.createPrivate(unfinished);
        account.own(unfinished);
        Command.Outcome outcome = initialise(unfinished, "C.UTF-8", temporary);
        if (!outcome.succeeded() && outcome.output().contains("invalid locale name")) {
            // macOS and older systems have no C.UTF-8.
            outcome = initialise(unfinished, "C", temporary);
        }
        if (!outcome.succeeded()) {
            throw Failure.of(
                            "DCT-604",
                            "initdb of PostgreSQL " + installation.version() + " failed: " + outcome.summary())
                    .at(folder.data().toString())
                    .next("see that the folder can be written and that 50 MB are free")
                    .exception();
        }
        writeAccess(unfinished.resolve("pg_hba.conf"));
        Folders.rename(unfinished, folder.data());
    }

    private Command.Outcome initialise(Path target, String locale, boolean temporary) {
        List<String> line = new ArrayList<>(List.of(installation.program("initdb"), "--pgdata=" + target));
        line.addAll(List.of("--username=" + USER, "--encoding=UTF8", "--locale=" + locale, "--auth=trust"));
        if (temporary) {
            line.add("--no-sync");
        }
        return Command.of(account.command(line)).within(LIMIT).run();
    }

    // Overwritten, not replaced: the file keeps its owner.
    private static void writeAccess(Path file) {
        try {
            Files.writeString(file, ACCESS);
        } catch (IOException e) {
            throw Folders.trouble(file, e);
        }
    }

    private void requireMajor() {
        Path file = folder.data().resolve("PG_VERSION");
        Optional<String> found = Folders.read(file).map(String::strip);
        if (!found.equals(Optional.of(String.valueOf(folder.major())))) {
            throw Failure.of(
                            "DCT-607",
                            "holds no data of PostgreSQL " + folder.major()
                                    + found.map(other -> " but of " + other).orElse(""))
                    .at(folder.data().toString())
                    .next("move the folder away and start again")
                    .exception();
        }
    }

    private void givePassword() {
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        String password = HexFormat.of().formatHex(random);
        Command.Outcome outcome = Command.of(account.command(List.of(
                        installation.program("postgres"),
                        "--single",
                        "-D",
                        folder.data().toString(),
                        "-c",
                        "password_encryption=scram-sha-256",
                        "postgres")))
                .reading("alter role " + USER + " password '" + password + "'\n")
                .within(LIMIT)
                .run();
        if (!outcome.succeeded() || outcome.output().contains("ERROR:")) {
            throw Failure.of("DCT-604", "the superuser could not be given a password: " + outcome.summary())
                    .at(folder.data().toString())
                    .next("read " + folder.log() + " for why the server went down, or move the data away")
                    .exception();
        }
        Folders.writePrivate(folder.password(), password + "\n");
    }
}
