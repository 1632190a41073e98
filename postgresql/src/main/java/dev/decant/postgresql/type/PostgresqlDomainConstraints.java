package dev.decant.postgresql.type;

import static dev.decant.postgresql.sql.PostgresqlText.name;
import static dev.decant.postgresql.sql.PostgresqlText.statement;

import dev.decant.dialect.Hazard;
import dev.decant.dialect.Statement;
import dev.decant.model.Constraint;
import dev.decant.model.Enforcement;
import dev.decant.model.ObjectName;
import dev.decant.model.domain.Domain;
import dev.decant.postgresql.sql.PostgresqlComments;
import dev.decant.postgresql.sql.PostgresqlLocks;
import dev.decant.postgresql.sql.PostgresqlNames;
import dev.decant.sql.Sql;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the values of a domain must fulfil. */
final class PostgresqlDomainConstraints {
    /** Since PostgreSQL 17 a NOT NULL has a name; one like this is the server's own choice, for this domain or what it was called before. */
    private static final Pattern USUAL_NOT_NULL = Pattern.compile(".*_not_null[0-9]*");

    private PostgresqlDomainConstraints() {}

    static boolean isUsualNotNull(String name) {
        return USUAL_NOT_NULL.matcher(name).matches();
    }

    /** The name that the server gives to a NOT NULL: ChooseConstraintName in domainAddNotNullConstraint, typecmds.c. */
    private static String usualNotNull(ObjectName domain) {
        return PostgresqlNames.constraint(domain.local(), "not_null");
    }

    /** Behind the type. */
    static void notNull(Sql sql, Domain.Nullability nullability) {
        sql.when(
                        !nullability.constraint().isEmpty(),
                        named -> named.words("CONSTRAINT").name(nullability.constraint()))
                .when(nullability.required(), "NOT NULL");
    }

    static void define(Sql sql, Constraint.Check check) {
        sql.words("CONSTRAINT")
                .name(check.name())
                .words("CHECK")
                .parenthesized(check.condition().sql())
                .when(isNotValid(check), "NOT VALID");
    }

    static Statement add(ObjectName domain, Constraint.Check check) {
        Sql sql = PostgresqlDomains.alter(domain).words("ADD");
        define(sql, check);
        return isNotValid(check)
                ? statement(sql).explained(PostgresqlLocks.CATALOGUE)
                : statement(sql)
                        .explained("every column of the domain " + domain + " is read; writers of its tables wait")
                        .with(
                                Hazard.Kind.DATA_DEPENDENT,
                                "fails when a value of " + domain + " does not fulfil " + check.name());
    }

    static Statement comment(ObjectName domain, Constraint.Check check) {
        return PostgresqlComments.on("CONSTRAINT", name(check.name()) + " ON DOMAIN " + name(domain), check.comment());
    }

    static void alterNotNull(Domain domain, Domain after, List<Statement> statements) {
        Domain.Nullability then = domain.nullability();
        Domain.Nullability now = after.nullability();
        if (then.required() && !now.required()) {
            statements.add(statement(PostgresqlDomains.alter(after.name()).words("DROP NOT NULL"))
                    .explained(PostgresqlLocks.CATALOGUE));
        } else if (!then.required() && now.required()) {
            statements.add(setNotNull(after));
        } else if (!then.equals(now)) {
            statements.add(rename(after.name(), nameOf(then, after.name()), nameOf(now, after.name())));
        }
    }

    private static String nameOf(Domain.Nullability nullability, ObjectName domain) {
        return nullability.constraint().isEmpty() ? usualNotNull(domain) : nullability.constraint();
    }

    private static Statement setNotNull(Domain after) {
        Sql sql = PostgresqlDomains.alter(after.name());
        if (after.nullability().constraint().isEmpty()) {
            sql.words("SET NOT NULL");
        } else {
            notNull(sql.words("ADD"), after.nullability());
        }
        return statement(sql)
                .explained("every column of the domain " + after.name() + " is read; writers of its tables wait")
                .with(Hazard.Kind.DATA_DEPENDENT, "fails when a value of " + after.name() + " is null");
    }

    /** Those that go, those whose name or validity changes, those that come. */
    static void alterChecks(Domain domain, Domain after, List<Statement> statements) {
        Map<String, Constraint.Check> there = byName(domain);
        Map<String, Constraint.Check> wanted = byName(after);
        followNames(after.name(), there, wanted, statements);
        for (Constraint.Check check : List.copyOf(there.values())) {
            if (!isKept(check, wanted.get(check.name()))) {
                there.remove(check.name());
                statements.add(statement(PostgresqlDomains.alter(after.name())
                                .words("DROP CONSTRAINT")
                                .name(check.name()))
                        .explained(PostgresqlLocks.CATALOGUE));
            }
        }
        for (Constraint.Check check : wanted.values()) {
            bring(after.name(), Optional.ofNullable(there.get(check.name())), check, statements);
        }
    }

    private static Map<String, Constraint.Check> byName(Domain domain) {
        Map<String, Constraint.Check> checks = new TreeMap<>();
        domain.checks().forEach(check -> checks.put(check.name(), check));
        return checks;
    }

    /** A check that goes and one that comes with the same condition are one under another name. */
    private static void followNames(
            ObjectName domain,
            Map<String, Constraint.Check> there,
            Map<String, Constraint.Check> wanted,
            List<Statement> statements) {
        for (Constraint.Check check : List.copyOf(there.values())) {
            Optional<Constraint.Check> renamed = wanted.values().stream()
                    .filter(other -> !wanted.containsKey(check.name()) && !there.containsKey(other.name()))
                    .filter(other -> isKept(check.withName(other.name()), other))
                    .findFirst();
            renamed.ifPresent(other -> {
                statements.add(rename(domain, check.name(), other.name()));
                there.remove(check.name());
                there.put(other.name(), check.withName(other.name()));
            });
        }
    }

    private static Statement rename(ObjectName domain, String before, String after) {
        return statement(PostgresqlDomains.alter(domain)
                        .words("RENAME CONSTRAINT")
                        .name(before)
                        .words("TO")
                        .name(after))
                .explained(PostgresqlLocks.CATALOGUE);
    }

    /** Whether values that were there before may break a check. */
    static boolean isNotValid(Constraint.Check check) {
        return check.enforcement() == Enforcement.NOT_VALID;
    }

    /** Whether one check becomes the other without being dropped: the condition is the same, and is at most checked for more rows. */
    private static boolean isKept(Constraint.Check check, Constraint.@Nullable Check wanted) {
        return wanted != null
                && check.condition().equals(wanted.condition())
                && (isNotValid(check) || !isNotValid(wanted));
    }

    private static void bring(
            ObjectName domain, Optional<Constraint.Check> there, Constraint.Check check, List<Statement> statements) {
        if (there.isEmpty()) {
            statements.add(add(domain, check));
        } else if (isNotValid(there.get()) && !isNotValid(check)) {
            statements.add(statement(PostgresqlDomains.alter(domain)
                            .words("VALIDATE CONSTRAINT")
                            .name(check.name()))
                    .explained("every column of the domain " + domain + " is read; writers of its tables wait")
                    .with(
                            Hazard.Kind.DATA_DEPENDENT,
                            "fails when a value of " + domain + " does not fulfil " + check.name()));
        }
        if (!check.comment().equals(there.map(Constraint.Check::comment).orElse(""))) {
            statements.add(comment(domain, check));
        }
    }
}
