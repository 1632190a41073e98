package dev.decant.database;

import dev.decant.failure.Failure;

/** Why a server lets nobody in, told from its SQLSTATE (PostgreSQL's manual, appendix A) or SQLite's result code. */
public final class Refusal {
    private Refusal() {}

    /** The failure for what a server said to somebody who wanted a session or looked around in one. */
    public static Failure of(ServerError error) {
        String state = error.state();
        return switch (state) {
            case "28P01", "28000" ->
                failure("DCT-511", "the server does not let this user in", error)
                        .next("check user and password: --user, DECANT_PASSWORD, or the keys in decant.toml");
            // The driver's word for a password that is asked for and not given, and for encryption that one side
            // refuses.
            case "08004" ->
                failure("DCT-511", "the server turned the connection down", error)
                        .next("give a password with DECANT_PASSWORD or in decant.toml, or change sslmode in the URL");
            case "3D000" ->
                failure("DCT-512", "there is no such database", error)
                        .next("create it, or name another one in the URL");
            case "42501", "SQLITE_PERM", "SQLITE_AUTH" ->
                failure("DCT-513", "permission denied", error).next("grant it, or enter as another user with --user");
            case "53300" ->
                failure("DCT-514", "the server takes no more connections", error)
                        .next("close others, or raise max_connections, and try again");
            case "57P03", "SQLITE_BUSY", "SQLITE_LOCKED" ->
                failure("DCT-515", "the database is busy", error).next("try again in a moment");
            case "SQLITE_NOTADB", "SQLITE_CORRUPT" ->
                failure("DCT-516", "the file is no SQLite database", error).next("name another file in the URL");
            case "SQLITE_READONLY" ->
                failure("DCT-513", "the file cannot be written", error).next("grant it, or name another file");
            case "SQLITE_FULL" ->
                failure("DCT-519", "there is no room left on the disk", error).next("make room, and try again");
            default -> unreached(error);
        };
    }

    private static Failure unreached(ServerError error) {
        if (error.state().startsWith("SQLITE_CANTOPEN")) {
            return failure("DCT-510", "the file cannot be opened or made", error)
                    .next("check that its folder exists and can be written");
        }
        if (error.state().startsWith("08")) {
            return failure("DCT-510", "the server cannot be reached", error)
                    .next("start it, or check host and port in the URL");
        }
        return failure("DCT-519", "the database refused", error)
                .next(error.hint().orElse("mend what it says in brackets, and try again"));
    }

    private static Failure failure(String code, String what, ServerError error) {
        String said = error.message().strip().replaceAll("\\s+", " ");
        return Failure.of(code, what + " (" + said + ")");
    }
}
