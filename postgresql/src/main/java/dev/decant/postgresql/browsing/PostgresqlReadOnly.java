package dev.decant.postgresql.browsing;

import dev.decant.database.browsing.ReadOnlyRules;
import dev.decant.failure.Failure;
import dev.decant.sql.Lexer;
import dev.decant.sql.SqlSyntaxException;
import dev.decant.sql.Syntax;
import dev.decant.sql.Token;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How it is made sure that PostgreSQL only reads.
 *
 * <p>A transaction that only reads can be ended by a second statement, made one that writes by its first, and forbids neither programs nor
 * files of the server (manual, SET TRANSACTION). So statements are looked at before they are sent, the transaction has had its first query
 * before, and whether it is still the same is looked at afterwards. What a function does that somebody wrote is known to the server
 * alone: only a login that may not write closes that.
 */
final class PostgresqlReadOnly implements ReadOnlyRules {
    private static final Set<String> READING = Set.of("select", "with", "values", "table", "show", "explain");

    private static final Set<String> EXPLAINED = Set.of("select", "with", "values", "table");

    /** Functions that reach beyond the transaction: other sessions, files, settings, locks that outlast it, SQL in a string. */
    private static final Pattern REACHING =
            Pattern.compile("pg_terminate_backend|pg_cancel_backend|pg_reload_conf|pg_rotate_logfile.*"
                    + "|pg_promote|pg_switch_wal|pg_create_.*|pg_drop_.*|pg_copy_.*_slot|pg_logical_.*|pg_replication_.*|pg_backup_.*|pg_start_backup"
                    + "|pg_stop_backup|pg_wal_replay_.*|pg_log_backend_.*|pg_notify|pg_read_(binary_)?file.*|pg_ls_.*|pg_stat_file|pg_file_.*|pg_logdir_ls"
                    + "|pg_(try_)?advisory_.*|pg_stat_reset.*|pg_stat_statements_reset|pg_import_system_collations|set_config|setval|nextval|lo_.*|lowrite"
                    + "|lo(read|_creat)?|dblink.*|query_to_xml.*|cursor_to_xml.*|ts_stat|ts_rewrite|crosstab.*|connectby|xpath_table|pg_sync_replication_slots"
                    + "|pg_export_snapshot|pg_prewarm|autoprewarm_.*|pg_buffercache_evict.*|pg_sleep.*");

    /** Told apart by when the transaction began, to the microsecond, and by the session's process. */
    private static final String MARK = "SELECT transaction_timestamp()::text || ' ' || pg_catalog.pg_backend_pid(),"
            + " pg_catalog.current_setting('transaction_read_only')";

    @Override
    public Optional<Failure> refusal(String statement) {
        try {
            List<Token> tokens = Lexer.code(statement, Syntax.POSTGRESQL);
            while (!tokens.isEmpty() && tokens.getLast().kind() == Token.Kind.TERMINATOR) {
                tokens.removeLast();
            }
            return refusal(tokens);
        } catch (SqlSyntaxException e) {
            return Optional.of(refused("this is not understood", e.what()));
        }
    }

    private static Optional<Failure> refusal(List<Token> tokens) {
        Optional<Failure> odd = refusalOfParts(tokens);
        if (odd.isPresent()) {
            return odd;
        }
        String first = word(tokens);
        if (!READING.contains(first)) {
            return Optional.of(refused(
                    (first.isEmpty() ? "this" : first.toUpperCase(Locale.ROOT))
                            + " is not sent where only reading is allowed",
                    "SELECT, WITH, VALUES, TABLE, SHOW and EXPLAIN are"));
        }
        return first.equals("explain") ? refusalOfExplain(tokens) : Optional.empty();
    }

    /** What is explained may run: ANALYZE does, and so only what reads. */
    private static Optional<Failure> refusalOfExplain(List<Token> tokens) {
        int at = 1;
        if (tokens.size() > 1 && tokens.get(1).isSign("(")) {
            while (at < tokens.size() && !tokens.get(at).isSign(")")) {
                at++;
            }
            at++;
        }
        while (at < tokens.size()
                && (tokens.get(at).isWord("analyze")
                        || tokens.get(at).isWord("analyse")
                        || tokens.get(at).isWord("verbose"))) {
            at++;
        }
        List<Token> rest = tokens.subList(Math.min(at, tokens.size()), tokens.size());
        return EXPLAINED.contains(word(rest))
                ? Optional.empty()
                : Optional.of(refused("only a query is explained where only reading is allowed", ""));
    }

    /** The word that a statement begins with, behind parentheses. */
    private static String word(List<Token> tokens) {
        return tokens.stream()
                .filter(token -> !token.isSign("("))
                .findFirst()
                .filter(token -> token.kind() == Token.Kind.WORD)
                .map(token -> token.text().toLowerCase(Locale.ROOT))
                .orElse("");
    }

    private static Optional<Failure> refusalOfParts(List<Token> tokens) {
        for (Token token : tokens) {
            switch (token.kind()) {
                case TERMINATOR -> {
                    return Optional.of(refused("this is more than one statement", "send them one by one"));
                }
                case CLIENT_COMMAND, CONDITIONAL_COMMENT, PARAMETER -> {
                    return Optional.of(refused("\"" + token.text() + "\" means nothing here", ""));
                }
                case WORD, QUOTED_NAME -> {
                    Optional<Failure> reaching = refusalOfName(token);
                    if (reaching.isPresent()) {
                        return reaching;
                    }
                }
                case STRING, NUMBER, OPERATOR, PUNCTUATION, COMMENT, WHITESPACE, OTHER -> {}
            }
        }
        return Optional.empty();
    }

    private static Optional<Failure> refusalOfName(Token token) {
        boolean hidden = token.kind() == Token.Kind.QUOTED_NAME && token.text().charAt(0) != '"';
        String name = hidden ? token.text() : token.nameIn(Syntax.POSTGRESQL);
        return hidden || REACHING.matcher(name).matches()
                ? Optional.of(refused(name + " reaches beyond a transaction that only reads", ""))
                : Optional.empty();
    }

    @Override
    public Optional<Failure> refusalOfExpression(String expression) {
        try {
            List<Token> tokens = Lexer.code(expression, Syntax.POSTGRESQL);
            int depth = 0;
            for (Token token : tokens) {
                depth += token.isSign("(") ? 1 : token.isSign(")") ? -1 : 0;
                if (depth < 0) {
                    break;
                }
            }
            if (depth != 0) {
                return Optional.of(Failure.of("DCT-713", "the parentheses do not match"));
            }
            return tokens.isEmpty()
                    ? Optional.of(Failure.of("DCT-713", "there is no expression"))
                    : refusalOfParts(tokens).map(failure -> Failure.of("DCT-713", failure.what()));
        } catch (SqlSyntaxException e) {
            return Optional.of(Failure.of("DCT-713", e.what()));
        }
    }

    private static Failure refused(String what, String next) {
        return Failure.of("DCT-720", what).next(next);
    }

    @Override
    public String begin(Connection connection, Duration timeout) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY; "
                    + PostgresqlStudioLimits.local(timeout));
            // From here on the transaction can no longer be made one that writes.
            try (ResultSet row = statement.executeQuery(MARK)) {
                row.next();
                if (!row.getString(2).equals("on")) {
                    throw new SQLException("the transaction is not read-only", "25006");
                }
                return row.getString(1);
            }
        }
    }

    @Override
    public boolean holds(Connection connection, String transaction) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(MARK)) {
            return row.next()
                    && row.getString(1).equals(transaction)
                    && row.getString(2).equals("on");
        }
    }
}
