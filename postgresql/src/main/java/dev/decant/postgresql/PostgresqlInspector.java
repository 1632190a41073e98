package dev.decant.postgresql;

import dev.decant.database.Inspection;
import dev.decant.database.Scope;
import dev.decant.model.Column;
import dev.decant.model.Constraint;
import dev.decant.model.Index;
import dev.decant.model.ObjectName;
import dev.decant.model.Schema;
import dev.decant.model.SchemaObject;
import dev.decant.model.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the schema of a database from its catalogues: one query a kind of thing, however many there are of it, all of them on one
 * snapshot.
 *
 * <p>Everything that it reads is open to every role. What belongs to the system, to an extension or to Decant itself is left out.
 */
final class PostgresqlInspector {
    private final PostgresqlCatalogue catalogue;

    private PostgresqlInspector(PostgresqlCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Reads in a transaction of its own, or in the caller's when one is open. */
    static Schema inspect(Connection connection, Scope scope) throws SQLException {
        return read(connection, scope, PostgresqlInspector::schema);
    }

    /** Reads as {@link #inspect} does, and finds what it cannot read. */
    static Inspection inspectAll(Connection connection, Scope scope) throws SQLException {
        return read(connection, scope, PostgresqlInspector::inspection);
    }

    /** What is made of a snapshot. */
    @FunctionalInterface
    private interface Reading<T> {
        T of(PostgresqlInspector inspector) throws SQLException;
    }

    private static <T> T read(Connection connection, Scope scope, Reading<T> reading) throws SQLException {
        return connection.getAutoCommit() ? alone(connection, scope, reading) : inside(connection, scope, reading);
    }

    private static <T> T alone(Connection connection, Scope scope, Reading<T> reading) throws SQLException {
        connection.setAutoCommit(false);
        try {
            execute(connection, "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
            return inside(connection, scope, reading);
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /** With an empty search_path the server qualifies every name that it prints, whatever the session's own is. */
    private static <T> T inside(Connection connection, Scope scope, Reading<T> reading) throws SQLException {
        String searchPath = ask(connection, "SELECT pg_catalog.current_setting('search_path')");
        execute(connection, "SET LOCAL search_path = ''");
        T read = reading.of(new PostgresqlInspector(PostgresqlCatalogue.of(connection, scope)));
        execute(
                connection,
                "SELECT pg_catalog.set_config('search_path', " + PostgresqlText.SYNTAX.literal(searchPath) + ", true)");
        return read;
    }

    private Inspection inspection() throws SQLException {
        Schema schema = schema();
        return new Inspection(schema, PostgresqlUnknownObjects.besides(schema, catalogue));
    }

    private Schema schema() throws SQLException {
        PostgresqlSequenceReader sequences = PostgresqlSequenceReader.read(catalogue);
        // Columns take the sequences that are part of them; what is left stands by itself.
        PostgresqlIndexMembers members = PostgresqlIndexMembers.read(catalogue);
        Map<Long, List<Index>> indexes = PostgresqlIndexReader.read(catalogue, members);
        List<Table> tables = tables(sequences, members, indexes);
        PostgresqlViewReader views = PostgresqlViewReader.read(catalogue);
        List<SchemaObject> objects = new ArrayList<>();
        objects.addAll(PostgresqlObjectReader.namespaces(catalogue));
        objects.addAll(PostgresqlObjectReader.extensions(catalogue));
        objects.addAll(PostgresqlObjectReader.enums(catalogue));
        objects.addAll(sequences.standing());
        objects.addAll(PostgresqlDomainReader.read(catalogue));
        objects.addAll(PostgresqlCompositeReader.read(catalogue));
        objects.addAll(PostgresqlRangeReader.read(catalogue));
        objects.addAll(PostgresqlCollationReader.read(catalogue));
        objects.addAll(views.views(catalogue));
        objects.addAll(views.materialized(catalogue, indexes));
        objects.addAll(PostgresqlRoutineReader.read(catalogue));
        objects.addAll(PostgresqlTriggerReader.read(catalogue));
        objects.addAll(PostgresqlRuleReader.read(catalogue));
        objects.addAll(PostgresqlEventTriggers.read(catalogue));
        objects.addAll(PostgresqlAggregateReader.read(catalogue));
        objects.addAll(PostgresqlStatistics.read(catalogue));
        objects.addAll(PostgresqlRawReader.read(catalogue));
        objects.addAll(PostgresqlPolicies.read(catalogue));
        objects.addAll(PostgresqlRoleReader.read(catalogue));
        if (catalogue.scope().privileges()) {
            objects.addAll(PostgresqlPrivilegeReader.privileges(catalogue));
            objects.addAll(PostgresqlPrivilegeReader.defaults(catalogue));
        }
        return Schema.of(tables, objects);
    }

    private List<Table> tables(
            PostgresqlSequenceReader sequences, PostgresqlIndexMembers members, Map<Long, List<Index>> indexes)
            throws SQLException {
        Map<Long, List<Column>> columns = new PostgresqlColumnReader(sequences).read(catalogue);
        Map<Long, List<Constraint>> constraints = PostgresqlConstraintReader.read(catalogue, members);
        Map<Long, Table> bare = PostgresqlTableReader.read(catalogue);
        Map<ObjectName, Table> full = new HashMap<>();
        bare.forEach((id, table) -> full.put(table.name(), table.withColumns(columns.getOrDefault(id, List.of()))));
        List<Table> tables = new ArrayList<>();
        bare.forEach((id, table) -> tables.add(table.withColumns(own(table, columns.getOrDefault(id, List.of()), full))
                .withConstraints(constraints.getOrDefault(id, List.of()))
                .withIndexes(indexes.getOrDefault(id, List.of()))));
        return tables;
    }

    private static List<Column> own(Table table, List<Column> columns, Map<ObjectName, Table> full) {
        List<Table> parents = table.lineage().parents().stream()
                .flatMap(parent -> Optional.ofNullable(full.get(parent)).stream())
                .toList();
        return PostgresqlInheritance.own(columns, parents);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
