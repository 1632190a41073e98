package dev.decant.embedded.postgresql;

import dev.decant.failure.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whom the server's programs run as: PostgreSQL refuses to be run by root (its source, {@code src/backend/main/main.c},
 * {@code check_root}).
 */
sealed interface ServerAccount {
    /** The command line that runs a command as this account. */
    List<String> command(List<String> command);

    /** The owner that the data must have. */
    String owner();

    /** The user who runs this program, and is not root. */
    record Caller() implements ServerAccount {
        @Override
        public List<String> command(List<String> command) {
            return command;
        }

        @Override
        public String owner() {
            return System.getProperty("user.name", "");
        }
    }

    /** Root in a new user namespace without a mapping: to the kernel still root, to itself nobody. */
    record Namespace() implements ServerAccount {
        @Override
        public List<String> command(List<String> command) {
            return Stream.concat(Stream.of("unshare", "--user"), command.stream())
                    .toList();
        }

        @Override
        public String owner() {
            return "root";
        }
    }

    /**
     * Another user, who must be able to reach the binaries and the data.
     *
     * @param group the user's own, which need not be named like the user
     */
    record Other(String owner, String group) implements ServerAccount {
        static Other of(String user) {
            return new Other(user, Command.of("id", "-g", user).run().output());
        }

        @Override
        public List<String> command(List<String> command) {
            return Stream.concat(
                            Stream.of("setpriv", "--reuid=" + owner, "--regid=" + group, "--clear-groups"),
                            command.stream())
                    .toList();
        }
    }

    /**
     * The first account that can run these programs with data in this folder.
     *
     * @throws dev.decant.failure.DecantException DCT-603 when none can
     */
    static ServerAccount choose(Installation installation, Path home) {
        if (!isRoot()) {
            return new Caller();
        }
        return Stream.of(new Namespace(), Other.of("postgres"), Other.of("nobody"))
                .filter(account -> account.canRun(installation, home))
                .findFirst()
                .orElseThrow(() -> Failure.of(
                                "DCT-603",
                                "PostgreSQL cannot be run by root, and here neither unshare"
                                        + " (user namespaces) nor setpriv (a user postgres or nobody) can run it")
                        .at(home.toString())
                        .next(
                                "run decant as an ordinary user, move the project to where that user can read it, or give the address of a running server with --url")
                        .exception());
    }

    /** Whether this account can be taken on, run the programs and reach the folder. */
    default boolean canRun(Installation installation, Path home) {
        return Command.of(command(List.of("test", "-x", home.toString()))).succeeds()
                && Command.of(command(List.of(installation.program("postgres"), "--version")))
                        .succeeds();
    }

    /** Gives the account everything in a folder, unless it has it already. */
    default void own(Path folder) {
        try {
            if (this instanceof Caller
                    || Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS)
                            .getName()
                            .equals(owner())) {
                return;
            }
            UserPrincipal user =
                    folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(owner());
            try (Stream<Path> everything = Files.walk(folder)) {
                everything.forEach(path -> give(path, user));
            }
        } catch (IOException | UncheckedIOException e) {
            throw Folders.trouble(folder, e);
        }
    }

    private static void give(Path path, UserPrincipal user) {
        try {
            Files.setOwner(path, user);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isRoot() {
        return Command.of("id", "-u").run().output().equals("0");
    }
}
