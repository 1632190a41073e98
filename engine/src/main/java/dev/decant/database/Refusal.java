package dev.decant.database;

import dev.decant.failure.Failure;

/** Why a server lets nobody in, told from its SQLSTATE (PostgreSQL's manual, appendix A) or SQLite's result code. */
public final class Refusal {
    private Refusal() {}

    /** The failure for what a server said to somebody who wanted a session or looked around in one. */
    public static Failure of(ServerError error) {
        String state = error.state();
        return switch (state) {
            case "28P01", "28000" -> turnedAway(error);
            case "08004" -> turnedDown(error);
            case "3D000" ->
                failure("DCT-512", "there is no such database", error)
                        .next("create it, or name another one in the URL");
            case "42501", "SQLITE_PERM", "SQLITE_AUTH" ->
                failure("DCT-513", "permission denied", error).next("grant it, or enter as another user with --user");
            // A standby, or a default_transaction_read_only of the role, the database or the server.
            case "25006" ->
                failure("DCT-517", "the database takes no changes", error)
                        .next("enter the primary server, or as a role whose default_transaction_read_only is off");
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

    /** Nobody's password helps where the server's own list has no place for who comes. */
    private static Failure turnedAway(ServerError error) {
        return failure("DCT-511", "the server does not let this user in", error)
                .next(
                        error.message().contains("pg_hba.conf")
                                ? "let this user in from this host in the server's pg_hba.conf, or enter as another with --user"
                                : "check user and password: --user, DECANT_PASSWORD, or the keys in decant.toml");
    }

    /** The driver says so of a password that is asked for and not given, and of encryption that one side refuses. */
    private static Failure turnedDown(ServerError error) {
        return failure("DCT-511", "the server turned the connection down", error)
                .next(
                        error.message().contains("SSL")
                                ? "change sslmode in the URL, or let the server encrypt"
                                : "give a password with DECANT_PASSWORD or in decant.toml");
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
