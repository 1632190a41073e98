package dev.decant.postgresql;

import static dev.decant.postgresql.PostgresqlText.alterTable;
import static dev.decant.postgresql.PostgresqlText.name;
import static dev.decant.postgresql.PostgresqlText.sql;
import static dev.decant.postgresql.PostgresqlText.statement;

import dev.decant.dialect.Hazard;
import dev.decant.dialect.Statement;
import dev.decant.model.Column;
import dev.decant.model.Constraint;
import dev.decant.model.Index;
import dev.decant.model.ObjectName;
import dev.decant.model.SchemaView;
import dev.decant.model.Table;
import dev.decant.model.TablePart;
import dev.decant.model.TableTraits;
import dev.decant.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Tables: created, dropped, renamed, and their storage parameters. */
final class PostgresqlTables {
    /** The option of a table that no crash brings back; all other options are storage parameters. */
    static final String UNLOGGED = "unlogged";

    private PostgresqlTables() {}

    static List<Statement> create(Table table, SchemaView before) {
        List<Statement> statements = new ArrayList<>();
        table.columns().forEach(column -> statements.addAll(PostgresqlSerials.before(table.name(), column)));
        statements.add(createTable(table));
        table.columns().forEach(column -> statements.addAll(PostgresqlSerials.after(table.name(), column)));
        statements.addAll(PostgresqlSequences.ownedBy(table.name(), table.columns(), before));
        table.constraints().stream()
                .filter(constraint -> !standsInside(table, constraint))
                .forEach(constraint -> statements.addAll(PostgresqlConstraints.add(table.name(), constraint)));
        table.indexes().forEach(index -> statements.addAll(PostgresqlIndexes.create(table.name(), index)));
        comments(table, statements);
        return statements;
    }

    private static Statement createTable(Table table) {
        Stream<Constraint> inside = table.constraints().stream().filter(constraint -> standsInside(table, constraint));
        List<TablePart> parts = Stream.<TablePart>concat(
                        table.columns().stream(), inside.sorted(PostgresqlConstraints.ORDER))
                .toList();
        Sql sql = sql("CREATE")
                .when(isUnlogged(table.options()), "UNLOGGED")
                .words("TABLE")
                .text(name(table.name()));
        sql.lines(parts, (line, part) -> define(line, table.name(), part));
        Map<String, String> parameters = parameters(table.options());
        sql.when(
                !parameters.isEmpty(),
                with -> PostgresqlText.parameters(with.newLine().words("WITH"), parameters));
        return statement(sql).explained(PostgresqlLocks.NEW_TABLE);
    }

    private static void define(Sql line, ObjectName table, TablePart part) {
        switch (part) {
            case Column column -> PostgresqlColumns.define(line, table, column);
            case Constraint constraint -> PostgresqlConstraints.define(line, constraint);
            case Index index -> throw new IllegalArgumentException("an index stands in no table: " + index.name());
        }
    }

    /**
     * Whether CREATE TABLE makes the constraint as it is. There, a check would be valid at once, and of two keys over the same columns one
     * would be left out (transformIndexConstraints in src/backend/parser/parse_utilcmd.c).
     */
    private static boolean standsInside(Table table, Constraint constraint) {
        return switch (constraint) {
            case Constraint.PrimaryKey key -> true;
            case Constraint.Unique unique -> firstOver(table, unique.columns()).equals(unique);
            case Constraint.ForeignKey key -> false;
            case Constraint.Check check -> !check.notValid();
            case Constraint.Exclusion exclusion -> true;
        };
    }

    private static Constraint firstOver(Table table, List<String> columns) {
        return table.constraints().stream()
                .filter(key -> key instanceof Constraint.PrimaryKey || key instanceof Constraint.Unique)
                .filter(key -> key.columns().equals(columns))
                .min(PostgresqlConstraints.ORDER)
                .orElseThrow();
    }

    private static void comments(Table table, List<Statement> statements) {
        if (!table.comment().isEmpty()) {
            statements.add(PostgresqlComments.onTable(table.name(), table.comment()));
        }
        Stream<TablePart> inside = Stream.concat(
                table.columns().stream(),
                table.constraints().stream().filter(constraint -> standsInside(table, constraint)));
        inside.filter(part -> !part.comment().isEmpty())
                .forEach(part -> statements.add(PostgresqlComments.onPart(table.name(), part)));
    }

    static List<Statement> drop(Table table) {
        return List.of(statement(sql("DROP TABLE").text(name(table.name())))
                .explained(PostgresqlLocks.moment(table.name()))
                .with(Hazard.Kind.DATA_LOSS, "the rows of " + table.name() + " are gone"));
    }

    static List<Statement> rename(ObjectName before, ObjectName after, SchemaView state) {
        String message = "programs that know " + before + " no longer find it";
        return PostgresqlRenames.of("TABLE", before, after, PostgresqlLocks.moment(before), state).stream()
                .map(statement -> statement.with(Hazard.Kind.BREAKING, message))
                .toList();
    }

    static List<Statement> alter(ObjectName table, TableTraits before, TableTraits after) {
        List<Statement> statements = new ArrayList<>();
        if (isUnlogged(before.options()) != isUnlogged(after.options())) {
            statements.add(setLogged(table, !isUnlogged(after.options())));
        }
        setParameters(table, parameters(before.options()), parameters(after.options()), statements);
        if (!before.comment().equals(after.comment())) {
            statements.add(PostgresqlComments.onTable(table, after.comment()));
        }
        return statements;
    }

    private static void setParameters(
            ObjectName table, Map<String, String> before, Map<String, String> after, List<Statement> statements) {
        List<String> gone =
                before.keySet().stream().filter(key -> !after.containsKey(key)).toList();
        if (!gone.isEmpty()) {
            statements.add(
                    statement(PostgresqlText.parameterNames(alterTable(table).words("RESET"), gone))
                            .explained(PostgresqlLocks.gentle(table)));
        }
        Map<String, String> set = new TreeMap<>(after);
        set.entrySet().removeAll(before.entrySet());
        if (!set.isEmpty()) {
            statements.add(statement(PostgresqlText.parameters(alterTable(table).words("SET"), set))
                    .explained(PostgresqlLocks.gentle(table)));
        }
    }

    private static Statement setLogged(ObjectName table, boolean logged) {
        return statement(alterTable(table).words(logged ? "SET LOGGED" : "SET UNLOGGED"))
                .explained(PostgresqlLocks.rewrite(table))
                .with(Hazard.Kind.REWRITE, "writes every row of " + table + " again; readers and writers wait");
    }

    private static boolean isUnlogged(Map<String, String> options) {
        return Boolean.parseBoolean(options.get(UNLOGGED));
    }

    private static Map<String, String> parameters(Map<String, String> options) {
        Map<String, String> parameters = new TreeMap<>(options);
        parameters.remove(UNLOGGED);
        return parameters;
    }

    /** ALTER TABLE with actions that the server carries out together; several stand one a line. */
    static Statement alter(ObjectName table, List<Sql> actions) {
        Sql sql = alterTable(table);
        if (actions.size() == 1) {
            return statement(sql.text(actions.getFirst().toString()));
        }
        return statement(sql.commas(actions, (line, action) -> line.newLine().text("    " + action)));
    }
}
