package dev.decant.postgresql.type;

import static dev.decant.postgresql.sql.PostgresqlText.name;
import static dev.decant.postgresql.sql.PostgresqlText.sql;
import static dev.decant.postgresql.sql.PostgresqlText.statement;
import static dev.decant.postgresql.sql.PostgresqlText.type;

import dev.decant.dialect.Conversion;
import dev.decant.dialect.Hazard;
import dev.decant.dialect.ObjectSupport;
import dev.decant.dialect.Statement;
import dev.decant.model.Column;
import dev.decant.model.DataType;
import dev.decant.model.Expression;
import dev.decant.model.Fill;
import dev.decant.model.ObjectKind;
import dev.decant.model.ObjectName;
import dev.decant.model.SchemaBuilder;
import dev.decant.model.SchemaView;
import dev.decant.model.domain.Domain;
import dev.decant.postgresql.sql.PostgresqlComments;
import dev.decant.postgresql.sql.PostgresqlConversions;
import dev.decant.postgresql.sql.PostgresqlDefaults;
import dev.decant.postgresql.sql.PostgresqlExpressions;
import dev.decant.postgresql.sql.PostgresqlLocks;
import dev.decant.postgresql.sql.PostgresqlRenames;
import dev.decant.postgresql.sql.PostgresqlText;
import dev.decant.postgresql.sql.PostgresqlTypes;
import dev.decant.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Domains: their conditions change in place; another type or order takes a new domain. */
public final class PostgresqlDomains implements ObjectSupport<Domain> {
    @Override
    public ObjectKind<Domain> kind() {
        return Domain.KIND;
    }

    @Override
    public Domain canonical(Domain domain) {
        DataType type = PostgresqlTypes.canonical(domain.type());
        return domain.withType(type)
                .withCollation(domain.collation().map(PostgresqlCollations::canonical))
                .withFill(domain.fill()
                        .flatMap(value ->
                                PostgresqlDefaults.canonical(value, type) instanceof Fill.Default(Expression of)
                                        ? Optional.of(of)
                                        : Optional.empty()))
                .withNullability(canonical(domain.nullability()))
                .withChecks(domain.checks().stream()
                        .map(check -> check.withCondition(PostgresqlExpressions.canonical(check.condition())))
                        .toList());
    }

    /** The name that the server would choose by itself is none. */
    private static Domain.Nullability canonical(Domain.Nullability given) {
        return PostgresqlDomainConstraints.isUsualNotNull(given.constraint()) ? Domain.Nullability.REQUIRED : given;
    }

    /** The columns of the domain get another while its type changes. */
    @Override
    public boolean disturbs(Domain domain, Domain after) {
        return !isSameType(domain, after);
    }

    private static boolean isSameType(Domain domain, Domain after) {
        return domain.type().equals(after.type()) && domain.collation().equals(after.collation());
    }

    @Override
    public List<Statement> create(Domain domain, SchemaView before) {
        List<Statement> statements = new ArrayList<>();
        Sql sql = sql("CREATE DOMAIN").text(name(domain.name())).words("AS").text(type(domain.type()));
        domain.collation().ifPresent(collation -> sql.words("COLLATE").text(PostgresqlCollations.written(collation)));
        domain.fill().ifPresent(value -> sql.words("DEFAULT").text(PostgresqlText.tight(value)));
        PostgresqlDomainConstraints.notNull(sql, domain.nullability());
        domain.checks().stream()
                .filter(check -> !PostgresqlDomainConstraints.isNotValid(check))
                .forEach(check ->
                        PostgresqlDomainConstraints.define(sql.newLine().text("   "), check));
        statements.add(statement(sql).explained(PostgresqlLocks.NEW_OBJECT));
        domain.checks().stream()
                .filter(PostgresqlDomainConstraints::isNotValid)
                .forEach(check -> statements.add(PostgresqlDomainConstraints.add(domain.name(), check)));
        domain.checks().stream()
                .filter(check -> !check.comment().isEmpty())
                .forEach(check -> statements.add(PostgresqlDomainConstraints.comment(domain.name(), check)));
        return statements;
    }

    @Override
    public List<Statement> drop(Domain domain, SchemaView before) {
        return List.of(statement(sql("DROP DOMAIN").text(name(domain.name()))).explained(PostgresqlLocks.CATALOGUE));
    }

    @Override
    public List<Statement> alter(Domain domain, Domain after, SchemaView before) {
        if (!isSameType(domain, after)) {
            return swapped(domain, after, before);
        }
        List<Statement> statements = inPlace(domain, after);
        return statements.stream().anyMatch(PostgresqlDomains::looksAtValues) && isInside(domain, before)
                ? swapped(domain, after, before)
                : statements;
    }

    private static List<Statement> inPlace(Domain domain, Domain after) {
        List<Statement> statements = new ArrayList<>();
        if (!domain.fill().equals(after.fill())) {
            Sql sql = alter(after.name());
            after.fill()
                    .ifPresentOrElse(
                            value -> sql.words("SET DEFAULT").text(PostgresqlText.tight(value)),
                            () -> sql.words("DROP DEFAULT"));
            statements.add(statement(sql).explained(PostgresqlLocks.CATALOGUE));
        }
        PostgresqlDomainConstraints.alterNotNull(domain, after, statements);
        PostgresqlDomainConstraints.alterChecks(domain, after, statements);
        return statements;
    }

    private static boolean looksAtValues(Statement statement) {
        return statement.hazards().stream().anyMatch(hazard -> hazard.kind() == Hazard.Kind.DATA_DEPENDENT);
    }

    /** Within arrays and composite values the server does not look: find_composite_type_dependencies in src/backend/commands/tablecmds.c. */
    private static boolean isInside(Domain domain, SchemaView before) {
        PostgresqlRestingTypes resting = new PostgresqlRestingTypes(List.of(domain.name()), before);
        Set<ObjectName> containers = resting.containers();
        return before.tables().values().stream()
                .flatMap(table -> table.columns().stream())
                .map(Column::type)
                .anyMatch(type -> containers.contains(type.name())
                        || type.dimensions() > 0
                                && (type.name().equals(domain.name())
                                        || resting.names().contains(type.name())));
    }

    private List<Statement> swapped(Domain domain, Domain after, SchemaView before) {
        List<Statement> create = new ArrayList<>(create(after, before));
        if (!after.comment().isEmpty() && domain.comment().equals(after.comment())) {
            create.addAll(comment(after));
        }
        PostgresqlTypeSuccessor successor = PostgresqlTypeSuccessor.byText("DOMAIN", after.name(), create)
                .keeping(value -> isStored(domain.type(), after.type()) || !isCast(value, domain.type()));
        SchemaBuilder state = before.toBuilder();
        state.replace(after);
        return new PostgresqlTypeSwap(List.of(domain.name()), successor, before, state.view()).statements();
    }

    private static boolean isStored(DataType from, DataType to) {
        return PostgresqlConversions.of("VALUE", from, to) instanceof Conversion.Known(Expression value)
                && (value.sql().equals("VALUE") || from.isDeclared() && PostgresqlTypes.isString(to));
    }

    /** Whether a default says of which type it is; a column that has one of another type then has another default, said in its own change. */
    private static boolean isCast(Expression value, DataType type) {
        return value.sql()
                .endsWith("::" + PostgresqlText.type(new DataType(type.name(), List.of(), type.dimensions())));
    }

    static Sql alter(ObjectName domain) {
        return sql("ALTER DOMAIN").text(name(domain));
    }

    @Override
    public List<Statement> rename(Domain domain, ObjectName after, SchemaView before) {
        return PostgresqlRenames.of("DOMAIN", domain.name(), after, PostgresqlLocks.CATALOGUE, before).stream()
                .map(statement -> statement.with(
                        Hazard.Kind.BREAKING, "programs that know the domain " + domain.name() + " no longer find it"))
                .toList();
    }

    @Override
    public List<Statement> comment(Domain domain) {
        return List.of(PostgresqlComments.on("DOMAIN", name(domain.name()), domain.comment()));
    }
}
