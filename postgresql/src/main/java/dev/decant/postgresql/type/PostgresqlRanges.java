package dev.decant.postgresql.type;

import static dev.decant.postgresql.sql.PostgresqlText.name;
import static dev.decant.postgresql.sql.PostgresqlText.sql;
import static dev.decant.postgresql.sql.PostgresqlText.statement;
import static dev.decant.postgresql.sql.PostgresqlText.type;

import dev.decant.dialect.Hazard;
import dev.decant.dialect.ObjectSupport;
import dev.decant.dialect.Statement;
import dev.decant.model.ObjectKind;
import dev.decant.model.ObjectName;
import dev.decant.model.SchemaView;
import dev.decant.model.rangetype.RangeType;
import dev.decant.postgresql.sql.PostgresqlComments;
import dev.decant.postgresql.sql.PostgresqlLocks;
import dev.decant.postgresql.sql.PostgresqlNames;
import dev.decant.postgresql.sql.PostgresqlRenames;
import dev.decant.postgresql.sql.PostgresqlTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Range types: only their names change in place, all else takes a new type. */
public final class PostgresqlRanges implements ObjectSupport<RangeType> {
    @Override
    public ObjectKind<RangeType> kind() {
        return RangeType.KIND;
    }

    /** The type of several ranges always has a name, for others use it. */
    @Override
    public RangeType canonical(RangeType range) {
        RangeType.Comparison options = range.options();
        return new RangeType(
                range.name(),
                PostgresqlTypes.canonical(range.subtype()),
                new RangeType.Comparison(
                        options.operatorClass(),
                        options.collation().map(PostgresqlCollations::canonical),
                        options.canonical(),
                        options.difference()),
                Optional.of(multirange(range)),
                range.comment());
    }

    private static ObjectName multirange(RangeType range) {
        return range.multirange()
                .map(name ->
                        name.schema().isEmpty() ? name.inSchema(range.name().schema()) : name)
                .orElseGet(() -> PostgresqlNames.multirange(range.name()));
    }

    @Override
    public boolean disturbs(RangeType range, RangeType after) {
        return !isSame(range, after);
    }

    private static boolean isSame(RangeType range, RangeType after) {
        return range.subtype().equals(after.subtype()) && range.options().equals(after.options());
    }

    @Override
    public List<Statement> create(RangeType range, SchemaView before) {
        List<String> parts = new ArrayList<>();
        RangeType.Comparison options = range.options();
        parts.add("subtype = " + type(range.subtype()));
        options.operatorClass().ifPresent(operators -> parts.add("subtype_opclass = " + name(operators)));
        options.collation().ifPresent(collation -> parts.add("collation = " + name(collation)));
        options.canonical().ifPresent(function -> parts.add("canonical = " + name(function)));
        options.difference().ifPresent(function -> parts.add("subtype_diff = " + name(function)));
        ObjectName multirange = multirange(range);
        if (!multirange.equals(PostgresqlNames.multirange(range.name()))) {
            parts.add("multirange_type_name = " + name(multirange));
        }
        return List.of(statement(sql("CREATE TYPE")
                        .text(name(range.name()))
                        .words("AS RANGE")
                        .list(parts, (list, part) -> list.text(part)))
                .explained(PostgresqlLocks.NEW_OBJECT));
    }

    @Override
    public List<Statement> drop(RangeType range, SchemaView before) {
        return List.of(statement(sql("DROP TYPE").text(name(range.name()))).explained(PostgresqlLocks.CATALOGUE));
    }

    @Override
    public List<Statement> alter(RangeType range, RangeType after, SchemaView before) {
        if (isSame(range, after)) {
            return PostgresqlRenames.of(
                    "TYPE", multirange(range), multirange(after), PostgresqlLocks.CATALOGUE, before);
        }
        List<Statement> create = new ArrayList<>(create(after, before));
        if (!after.comment().isEmpty() && range.comment().equals(after.comment())) {
            create.addAll(comment(after));
        }
        return new PostgresqlTypeSwap(
                        List.of(range.name(), multirange(range)),
                        PostgresqlTypeSuccessor.byText("TYPE", after.name(), create),
                        before)
                .statementsByText();
    }

    /** The type of several ranges keeps its name and namespace, as the server does. */
    @Override
    public List<Statement> rename(RangeType range, ObjectName after, SchemaView before) {
        return PostgresqlRenames.of("TYPE", range.name(), after, PostgresqlLocks.CATALOGUE, before).stream()
                .map(statement -> statement.with(
                        Hazard.Kind.BREAKING, "programs that know the type " + range.name() + " no longer find it"))
                .toList();
    }

    @Override
    public List<Statement> comment(RangeType range) {
        return List.of(PostgresqlComments.on("TYPE", name(range.name()), range.comment()));
    }
}
