package dev.decant.postgresql.view;

import static dev.decant.postgresql.sql.PostgresqlText.name;
import static dev.decant.postgresql.sql.PostgresqlText.sql;
import static dev.decant.postgresql.sql.PostgresqlText.statement;

import dev.decant.dialect.Hazard;
import dev.decant.dialect.ObjectSupport;
import dev.decant.dialect.Statement;
import dev.decant.model.Expression;
import dev.decant.model.ObjectKind;
import dev.decant.model.ObjectName;
import dev.decant.model.SchemaView;
import dev.decant.model.view.View;
import dev.decant.model.view.ViewColumn;
import dev.decant.postgresql.sql.PostgresqlComments;
import dev.decant.postgresql.sql.PostgresqlLocks;
import dev.decant.postgresql.sql.PostgresqlRenames;
import dev.decant.postgresql.sql.PostgresqlText;
import dev.decant.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Views: replaced in place while the columns that are there stay what they are. */
public final class PostgresqlViews implements ObjectSupport<View> {
    @Override
    public ObjectKind<View> kind() {
        return View.KIND;
    }

    @Override
    public View canonical(View view) {
        return new View(
                view.name(),
                view.columns().stream().map(PostgresqlViewColumns::canonical).toList(),
                PostgresqlQueries.canonical(view.query()),
                view.options(),
                view.comment());
    }

    /** CREATE OR REPLACE VIEW adds columns behind those that are there; their names, types and order stay: the manual's page of it. */
    @Override
    public boolean altersInPlace(View view, View after) {
        return PostgresqlViewColumns.goOn(
                PostgresqlViewColumns.of(view.columns(), view.query()),
                PostgresqlViewColumns.of(after.columns(), after.query()));
    }

    @Override
    public List<Statement> create(View view, SchemaView before) {
        List<Statement> statements = new ArrayList<>();
        statements.add(statement(definition("CREATE VIEW", view)).explained(PostgresqlLocks.NEW_OBJECT));
        for (ViewColumn column : view.columns()) {
            fill(view.name(), column, Optional.empty(), statements);
        }
        PostgresqlViewColumns.comments(view.name(), List.of(), view.columns(), statements);
        return statements;
    }

    private static Sql definition(String words, View view) {
        Sql sql = sql(words).text(name(view.name()));
        PostgresqlViewColumns.write(sql, view.columns(), view.query());
        return sql.when(
                        !view.options().isEmpty(),
                        more -> PostgresqlText.parameters(more.words("WITH"), view.options()))
                .words("AS")
                .newLine()
                .text(PostgresqlViewColumns.written(view.query()));
    }

    private static void fill(
            ObjectName view, ViewColumn column, Optional<Expression> before, List<Statement> statements) {
        if (column.fill().equals(before)) {
            return;
        }
        Sql sql = sql("ALTER VIEW").text(name(view)).words("ALTER COLUMN").name(column.name());
        column.fill()
                .ifPresentOrElse(
                        value -> sql.words("SET DEFAULT").text(PostgresqlText.tight(value)),
                        () -> sql.words("DROP DEFAULT"));
        statements.add(statement(sql).explained(PostgresqlLocks.moment(view)));
    }

    @Override
    public List<Statement> drop(View view, SchemaView before) {
        return List.of(statement(sql("DROP VIEW").text(name(view.name())))
                .explained(PostgresqlLocks.moment(view.name()))
                .with(Hazard.Kind.BREAKING, "programs that read the view " + view.name() + " no longer find it"));
    }

    @Override
    public List<Statement> alter(View view, View after, SchemaView before) {
        List<Statement> statements = new ArrayList<>();
        boolean sameColumns = view.columns().stream()
                .map(ViewColumn::name)
                .toList()
                .equals(after.columns().stream().map(ViewColumn::name).toList());
        if (!view.query().equals(after.query()) || !sameColumns) {
            statements.add(statement(definition("CREATE OR REPLACE VIEW", after))
                    .explained(PostgresqlLocks.moment(after.name())));
        } else {
            options(after.name(), view.options(), after.options(), statements);
        }
        for (ViewColumn column : after.columns()) {
            fill(after.name(), column, PostgresqlViewColumns.fillOf(view.columns(), column.name()), statements);
        }
        PostgresqlViewColumns.comments(after.name(), view.columns(), after.columns(), statements);
        return statements;
    }

    private static void options(
            ObjectName view, Map<String, String> before, Map<String, String> after, List<Statement> statements) {
        PostgresqlText.changedParameters(sql("ALTER VIEW").text(name(view)).toString(), before, after)
                .forEach(sql -> statements.add(statement(sql).explained(PostgresqlLocks.moment(view))));
    }

    @Override
    public List<Statement> rename(View view, ObjectName after, SchemaView before) {
        return PostgresqlRenames.of("VIEW", view.name(), after, PostgresqlLocks.moment(view.name()), before).stream()
                .map(statement -> statement.with(
                        Hazard.Kind.BREAKING, "programs that read the view " + view.name() + " no longer find it"))
                .toList();
    }

    @Override
    public List<Statement> comment(View view) {
        return List.of(PostgresqlComments.on("VIEW", name(view.name()), view.comment()));
    }
}
