package dev.decant.postgresql.raw;

import static dev.decant.postgresql.raw.PostgresqlReplication.first;
import static dev.decant.postgresql.raw.PostgresqlReplication.statement;

import dev.decant.dialect.Hazard;
import dev.decant.dialect.Statement;
import dev.decant.dialect.UnsupportedChangeException;
import dev.decant.model.raw.RawObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Subscriptions: what they follow and how changes in place, with the slot on the other server; how they log in is a secret nobody tells. */
final class PostgresqlSubscriptions {
    private static final Pattern HEAD =
            Pattern.compile("CREATE (SUBSCRIPTION .+?) CONNECTION ('(?:[^']|'')*+') PUBLICATION (.+) WITH \\((.*)\\)");

    /** What counts when nothing is said: the manual's page of CREATE SUBSCRIPTION. */
    private static final Map<String, String> USUAL = Map.of("binary", "false", "synchronous_commit", "'off'");

    private PostgresqlSubscriptions() {}

    /**
     * What makes one subscription the other.
     *
     * @throws UnsupportedChangeException when it shall read from another server, since the password for that is not known
     */
    static Optional<List<Statement>> change(RawObject before, RawObject after) {
        Matcher from = HEAD.matcher(first(before));
        Matcher to = HEAD.matcher(first(after));
        if (!from.matches() || !to.matches()) {
            return Optional.empty();
        }
        if (!from.group(2).equals(to.group(2))) {
            throw new UnsupportedChangeException(
                    "subscription " + after.name(),
                    "it reads from another server, and the password for that stands in no schema",
                    "run ALTER SUBSCRIPTION " + after.name() + " CONNECTION with the password yourself");
        }
        String alter = "ALTER " + to.group(1);
        List<Statement> statements = new ArrayList<>();
        if (!from.group(3).equals(to.group(3))) {
            statements.add(statement(alter + " SET PUBLICATION " + to.group(3) + " WITH (refresh = false)")
                    .with(
                            Hazard.Kind.BREAKING,
                            "the tables of a new publication come only with " + alter + " REFRESH PUBLICATION"));
        }
        List<String> settings = PostgresqlReplication.settings(from.group(4), to.group(4), USUAL);
        if (!settings.isEmpty()) {
            statements.add(statement(alter + " SET (" + String.join(", ", settings) + ")"));
        }
        return Optional.of(statements);
    }
}
