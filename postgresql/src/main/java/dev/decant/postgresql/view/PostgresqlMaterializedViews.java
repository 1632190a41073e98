package dev.decant.postgresql.view;

import static dev.decant.postgresql.sql.PostgresqlText.name;
import static dev.decant.postgresql.sql.PostgresqlText.sql;
import static dev.decant.postgresql.sql.PostgresqlText.statement;

import dev.decant.dialect.Hazard;
import dev.decant.dialect.ObjectSupport;
import dev.decant.dialect.Statement;
import dev.decant.model.Column;
import dev.decant.model.Index;
import dev.decant.model.ObjectKind;
import dev.decant.model.ObjectName;
import dev.decant.model.SchemaView;
import dev.decant.model.Table;
import dev.decant.model.view.MaterializedView;
import dev.decant.model.view.ViewColumn;
import dev.decant.postgresql.sql.PostgresqlComments;
import dev.decant.postgresql.sql.PostgresqlLocks;
import dev.decant.postgresql.sql.PostgresqlRenames;
import dev.decant.postgresql.table.PostgresqlCanonical;
import dev.decant.postgresql.table.PostgresqlIndexStorage;
import dev.decant.postgresql.table.PostgresqlIndexes;
import dev.decant.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Materialized views: everything but the query changes in place. */
public final class PostgresqlMaterializedViews implements ObjectSupport<MaterializedView> {
    @Override
    public ObjectKind<MaterializedView> kind() {
        return MaterializedView.KIND;
    }

    @Override
    public MaterializedView canonical(MaterializedView view) {
        List<ViewColumn> columns =
                view.columns().stream().map(PostgresqlViewColumns::canonical).toList();
        Table shape = Table.of(view.name(), typed(columns));
        return new MaterializedView(
                view.name(),
                columns,
                PostgresqlQueries.canonical(view.query()),
                view.populated(),
                view.indexes().stream()
                        .map(index -> PostgresqlCanonical.index(shape, index))
                        .toList(),
                PostgresqlMaterializedOptions.canonical(view.options()),
                view.comment());
    }

    private static List<Column> typed(List<ViewColumn> columns) {
        return columns.stream()
                .flatMap(column -> column.type().map(type -> Column.of(column.name(), type)).stream())
                .toList();
    }

    @Override
    public boolean altersInPlace(MaterializedView view, MaterializedView after) {
        Optional<List<ViewColumn>> before = PostgresqlViewColumns.of(view.columns(), view.query());
        Optional<List<ViewColumn>> wanted = PostgresqlViewColumns.of(after.columns(), after.query());
        return view.query().equals(after.query())
                && PostgresqlViewColumns.goOn(before, wanted)
                && PostgresqlViewColumns.goOn(wanted, before);
    }

    @Override
    public List<Statement> create(MaterializedView view, SchemaView before) {
        List<Statement> statements = new ArrayList<>();
        statements.add(statement(definition(view)).explained(PostgresqlLocks.NEW_OBJECT));
        PostgresqlMaterializedOptions.alterColumns(view.name(), List.of(), view.columns(), statements);
        PostgresqlViewColumns.comments(view.name(), List.of(), view.columns(), statements);
        view.indexes().forEach(index -> statements.addAll(PostgresqlIndexes.create(view.name(), index)));
        return statements.stream()
                .map(each -> Statement.of(each.sql()).explained(PostgresqlLocks.NEW_OBJECT))
                .toList();
    }

    private static Sql definition(MaterializedView view) {
        Sql sql = sql("CREATE MATERIALIZED VIEW").text(name(view.name()));
        PostgresqlViewColumns.write(sql, view.columns(), view.query());
        PostgresqlMaterializedOptions.write(sql, view.options());
        return sql.words("AS")
                .newLine()
                .text(PostgresqlViewColumns.written(view.query()))
                .when(!view.populated(), more -> more.newLine().words("WITH NO DATA"));
    }

    @Override
    public List<Statement> drop(MaterializedView view, SchemaView before) {
        return List.of(statement(sql("DROP MATERIALIZED VIEW").text(name(view.name())))
                .explained(PostgresqlLocks.moment(view.name()))
                .with(
                        Hazard.Kind.BREAKING,
                        "programs that read the materialized view " + view.name() + " no longer find it"));
    }

    @Override
    public List<Statement> alter(MaterializedView view, MaterializedView after, SchemaView before) {
        ObjectName name = after.name();
        List<Statement> statements = new ArrayList<>();
        PostgresqlMaterializedOptions.alter(name, view.options(), after.options(), statements);
        PostgresqlMaterializedOptions.alterColumns(name, view.columns(), after.columns(), statements);
        PostgresqlViewColumns.comments(name, view.columns(), after.columns(), statements);
        if (view.populated() != after.populated()) {
            statements.add(refresh(after));
        }
        alterIndexes(view, after, statements);
        return statements;
    }

    private static Statement refresh(MaterializedView view) {
        Sql sql = sql("REFRESH MATERIALIZED VIEW").text(name(view.name())).when(!view.populated(), "WITH NO DATA");
        return view.populated()
                ? statement(sql).explained(PostgresqlLocks.rewrite(view.name()))
                : statement(sql)
                        .explained(PostgresqlLocks.moment(view.name()))
                        .with(
                                Hazard.Kind.BREAKING,
                                "programs that read " + view.name() + " fail until it is refreshed");
    }

    /** Those that go, then those that come or are built anew. */
    private static void alterIndexes(MaterializedView view, MaterializedView after, List<Statement> statements) {
        for (Index index : view.indexes()) {
            Optional<Index> wanted = named(after, index.name());
            if (wanted.isEmpty() || !PostgresqlIndexes.altersInPlace(index, wanted.get())) {
                statements.addAll(PostgresqlIndexes.drop(after.name(), index));
            }
        }
        if (isClustered(view) && !isClustered(after)) {
            statements.add(statement(sql("ALTER MATERIALIZED VIEW")
                            .text(name(after.name()))
                            .words("SET WITHOUT CLUSTER"))
                    .explained(PostgresqlLocks.gentle(after.name())));
        }
        for (Index index : after.indexes()) {
            Optional<Index> there =
                    named(view, index.name()).filter(each -> PostgresqlIndexes.altersInPlace(each, index));
            statements.addAll(
                    there.isPresent()
                            ? PostgresqlIndexes.alter(after.name(), there.get(), index)
                            : PostgresqlIndexes.create(after.name(), index));
        }
    }

    private static boolean isClustered(MaterializedView view) {
        return view.indexes().stream().anyMatch(index -> index.storage().containsKey(PostgresqlIndexStorage.CLUSTERED));
    }

    private static Optional<Index> named(MaterializedView view, String name) {
        return view.indexes().stream()
                .filter(index -> index.name().equals(name))
                .findFirst();
    }

    @Override
    public List<Statement> rename(MaterializedView view, ObjectName after, SchemaView before) {
        return PostgresqlRenames.of(
                        "MATERIALIZED VIEW", view.name(), after, PostgresqlLocks.moment(view.name()), before)
                .stream()
                .map(statement -> statement.with(
                        Hazard.Kind.BREAKING,
                        "programs that read the materialized view " + view.name() + " no longer find it"))
                .toList();
    }

    @Override
    public List<Statement> comment(MaterializedView view) {
        return List.of(PostgresqlComments.on("MATERIALIZED VIEW", name(view.name()), view.comment()));
    }
}
