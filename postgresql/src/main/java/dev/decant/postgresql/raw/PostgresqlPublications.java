package dev.decant.postgresql.raw;

import static dev.decant.postgresql.raw.PostgresqlReplication.first;
import static dev.decant.postgresql.raw.PostgresqlReplication.rest;
import static dev.decant.postgresql.raw.PostgresqlReplication.statement;

import dev.decant.dialect.Hazard;
import dev.decant.dialect.Statement;
import dev.decant.model.raw.RawObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Publications: what is published, and how, changes without the subscribers losing what they read from. */
final class PostgresqlPublications {
    private static final String NAME = "(?:\"(?:[^\"]|\"\")+\"|[^\\s.\"(]+)";
    private static final Pattern HEAD =
            Pattern.compile("CREATE (PUBLICATION " + NAME + ")( FOR ALL TABLES)? WITH \\((.*)\\)");
    private static final Pattern MEMBER = Pattern.compile(
            "ALTER PUBLICATION " + NAME + " ADD (TABLE ONLY " + NAME + "\\." + NAME + "|TABLES IN SCHEMA " + NAME
                    + ")(.*)",
            Pattern.DOTALL);

    /** What counts when nothing is said: the manual's page of CREATE PUBLICATION. */
    private static final Map<String, String> USUAL =
            Map.of("publish_via_partition_root", "false", "publish_generated_columns", "none");

    private PostgresqlPublications() {}

    /** What makes one publication the other; nothing when one publishes all tables and the other does not. */
    static Optional<List<Statement>> change(RawObject before, RawObject after) {
        Matcher from = HEAD.matcher(first(before));
        Matcher to = HEAD.matcher(first(after));
        Optional<Map<String, String>> left = members(before);
        Optional<Map<String, String>> wanted = members(after);
        boolean read = from.matches() && to.matches() && left.isPresent() && wanted.isPresent();
        if (!read || (from.group(2) == null) != (to.group(2) == null)) {
            return Optional.empty();
        }
        String alter = "ALTER " + to.group(1);
        List<Statement> statements = new ArrayList<>();
        left.get().forEach((member, how) -> {
            if (!how.equals(wanted.get().get(member))) {
                statements.add(dropped(alter, member, wanted.get().containsKey(member)));
            }
        });
        // A condition on a partitioned table needs publish_via_partition_root (publication_add_relation in
        // publicationcmds.c).
        List<String> settings = PostgresqlReplication.settings(from.group(3), to.group(3), USUAL);
        if (!settings.isEmpty()) {
            statements.add(statement(alter + " SET (" + String.join(", ", settings) + ")"));
        }
        wanted.get().forEach((member, how) -> {
            if (!how.equals(left.get().get(member))) {
                statements.add(statement(alter + " ADD " + member + how));
            }
        });
        return Optional.of(statements);
    }

    private static Statement dropped(String alter, String member, boolean returns) {
        Statement statement = statement(alter + " DROP " + member);
        return returns
                ? statement
                : statement.with(Hazard.Kind.BREAKING, "subscribers no longer get the rows of " + member);
    }

    /** What is published, each with its columns and condition. */
    private static Optional<Map<String, String>> members(RawObject publication) {
        Map<String, String> members = new LinkedHashMap<>();
        for (String sql : rest(publication)) {
            Matcher member = MEMBER.matcher(sql);
            if (!member.matches()) {
                return Optional.empty();
            }
            members.put(member.group(1), member.group(2));
        }
        return Optional.of(members);
    }
}
