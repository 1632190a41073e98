package dev.decant.postgresql.view;

import static dev.decant.postgresql.sql.PostgresqlText.alterTable;
import static dev.decant.postgresql.sql.PostgresqlText.name;
import static dev.decant.postgresql.sql.PostgresqlText.sql;
import static dev.decant.postgresql.sql.PostgresqlText.statement;

import dev.decant.dialect.ObjectSupport;
import dev.decant.dialect.Statement;
import dev.decant.model.Expression;
import dev.decant.model.ObjectKind;
import dev.decant.model.ObjectName;
import dev.decant.model.SchemaView;
import dev.decant.model.rule.Rule;
import dev.decant.model.trigger.TriggerState;
import dev.decant.postgresql.sql.PostgresqlComments;
import dev.decant.postgresql.sql.PostgresqlExpressions;
import dev.decant.postgresql.sql.PostgresqlLocks;
import dev.decant.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Rules of tables and views; all of a rule but its name is replaced in place. */
public final class PostgresqlRules implements ObjectSupport<Rule> {
    @Override
    public ObjectKind<Rule> kind() {
        return Rule.KIND;
    }

    @Override
    public Rule canonical(Rule rule) {
        return rule.withCode(
                rule.condition().map(PostgresqlExpressions::canonical),
                rule.actions().stream().map(PostgresqlQueries::canonical).toList());
    }

    @Override
    public List<Statement> create(Rule rule, SchemaView before) {
        List<Statement> statements = new ArrayList<>();
        statements.add(defined("CREATE RULE", rule));
        if (rule.state() != TriggerState.ENABLED) {
            statements.add(state(rule));
        }
        return statements;
    }

    private static Statement defined(String words, Rule rule) {
        Sql sql = sql(words)
                .name(rule.name().local())
                .words("AS ON")
                .words(rule.event().name())
                .words("TO")
                .text(name(rule.tableName()));
        rule.condition().ifPresent(condition -> sql.newLine().words("WHERE").parenthesized(condition.sql()));
        sql.newLine().words("DO").words(rule.instead() ? "INSTEAD" : "ALSO").text(actions(rule));
        return statement(sql).explained(PostgresqlLocks.moment(rule.tableName()));
    }

    private static String actions(Rule rule) {
        return switch (rule.actions().size()) {
            case 0 -> "NOTHING";
            case 1 -> rule.actions().getFirst().sql();
            default -> rule.actions().stream().map(Expression::sql).collect(Collectors.joining(";\n", "(", ")"));
        };
    }

    private static Statement state(Rule rule) {
        String word = switch (rule.state()) {
            case ENABLED -> "ENABLE RULE";
            case DISABLED -> "DISABLE RULE";
            case REPLICA -> "ENABLE REPLICA RULE";
            case ALWAYS -> "ENABLE ALWAYS RULE";
        };
        return statement(alterTable(rule.tableName())
                        .words(word)
                        .name(rule.name().local()))
                .explained(PostgresqlLocks.moment(rule.tableName()));
    }

    @Override
    public List<Statement> drop(Rule rule, SchemaView before) {
        return List.of(
                statement(sql("DROP RULE").name(rule.name().local()).words("ON").text(name(rule.tableName())))
                        .explained(PostgresqlLocks.moment(rule.tableName())));
    }

    @Override
    public List<Statement> alter(Rule rule, Rule after, SchemaView before) {
        List<Statement> statements = new ArrayList<>();
        boolean same =
                rule.withState(after.state()).withComment(after.comment()).equals(after);
        if (!same) {
            statements.add(defined("CREATE OR REPLACE RULE", after));
        }
        if (rule.state() != after.state()) {
            statements.add(state(after));
        }
        return statements;
    }

    @Override
    public List<Statement> rename(Rule rule, ObjectName after, SchemaView before) {
        return List.of(statement(sql("ALTER RULE")
                        .name(rule.name().local())
                        .words("ON")
                        .text(name(rule.tableName()))
                        .words("RENAME TO")
                        .name(after.local()))
                .explained(PostgresqlLocks.moment(rule.tableName())));
    }

    @Override
    public List<Statement> comment(Rule rule) {
        String thing = name(rule.name().local()) + " ON " + name(rule.tableName());
        return List.of(PostgresqlComments.on("RULE", thing, rule.comment()));
    }
}
