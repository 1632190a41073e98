package dev.decant.embedded.postgresql;

import java.util.List;
import java.util.Optional;

/**
 * What PostgreSQL writes about itself into {@code postmaster.pid} (the lines are listed in its source,
 * {@code src/include/utils/pidfile.h}).
 *
 * @param process the number of the server's process
 * @param ready whether it accepts connections
 */
record PostmasterFile(long process, boolean ready) {
    private static final int STATUS = 7;

    static Optional<PostmasterFile> read(ServerFolder folder) {
        return Folders.read(folder.data().resolve("postmaster.pid")).flatMap(PostmasterFile::parse);
    }

    static Optional<PostmasterFile> parse(String text) {
        List<String> lines = text.lines().map(String::strip).toList();
        if (lines.isEmpty() || !lines.getFirst().matches("\\d{1,18}")) {
            return Optional.empty();
        }
        boolean ready = lines.size() > STATUS && lines.get(STATUS).equals("ready");
        return Optional.of(new PostmasterFile(Long.parseLong(lines.getFirst()), ready));
    }

    /** The server's process, if it still lives. */
    Optional<ProcessHandle> living(ServerFolder folder) {
        return Processes.living(process, folder.data());
    }
}
