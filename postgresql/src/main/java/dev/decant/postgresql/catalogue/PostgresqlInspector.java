package dev.decant.postgresql.catalogue;

import dev.decant.database.Inspection;
import dev.decant.database.Scope;
import dev.decant.model.Column;
import dev.decant.model.Constraint;
import dev.decant.model.Index;
import dev.decant.model.ObjectName;
import dev.decant.model.Schema;
import dev.decant.model.SchemaObject;
import dev.decant.model.Table;
import dev.decant.postgresql.table.PostgresqlInheritance;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads the schema of a database from its catalogues: one query a kind of thing that is there, however many there are of it, all of them
 * on one snapshot.
 *
 * <p>Everything that it reads is open to every role. What belongs to the system, to an extension or to Decant itself is left out.
 */
public final class PostgresqlInspector {
    /** Reads all objects of a kind. */
    @FunctionalInterface
    private interface Reader {
        List<? extends SchemaObject> read(PostgresqlCatalogue catalogue) throws SQLException;
    }

    /** A kind of object that a table does not need: the sign that there is any of it, and who reads it. */
    private record Kind(String sign, Reader reader) {}

    private static final List<Kind> KINDS = List.of(
            new Kind(PostgresqlPresence.EXTENSION, PostgresqlObjectReader::extensions),
            new Kind(PostgresqlPresence.ENUM, PostgresqlObjectReader::enums),
            new Kind(PostgresqlPresence.DOMAIN, PostgresqlDomainReader::read),
            new Kind(PostgresqlPresence.COMPOSITE, PostgresqlCompositeReader::read),
            new Kind(PostgresqlPresence.RANGE, PostgresqlRangeReader::read),
            new Kind(PostgresqlPresence.COLLATION, PostgresqlCollationReader::read),
            new Kind(PostgresqlPresence.ROUTINE, PostgresqlRoutineReader::read),
            new Kind(PostgresqlPresence.TRIGGER, PostgresqlTriggerReader::read),
            new Kind(PostgresqlPresence.RULE, PostgresqlRuleReader::read),
            new Kind(PostgresqlPresence.EVENT_TRIGGER, PostgresqlEventTriggerReader::read),
            new Kind(PostgresqlPresence.AGGREGATE, PostgresqlAggregateReader::read),
            new Kind(PostgresqlPresence.STATISTICS, PostgresqlStatisticsReader::read),
            new Kind(PostgresqlPresence.RAW, PostgresqlRawReader::read),
            new Kind(PostgresqlPresence.POLICY, PostgresqlPolicyReader::read));

    private final PostgresqlCatalogue catalogue;

    private PostgresqlInspector(PostgresqlCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Reads in a transaction of its own, or in the caller's when one is open. */
    public static Schema inspect(Connection connection, Scope scope) throws SQLException {
        return read(connection, scope, PostgresqlInspector::schema);
    }

    /** Reads as {@link #inspect} does, and finds what it cannot read. */
    public static Inspection inspectAll(Connection connection, Scope scope) throws SQLException {
        return read(connection, scope, PostgresqlInspector::inspection);
    }

    /** Reads who owns what and what roles may do with it, and nothing else. */
    public static Schema access(Connection connection, Scope scope) throws SQLException {
        return read(connection, scope, PostgresqlInspector::access);
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

    private static <T> T inside(Connection connection, Scope scope, Reading<T> reading) throws SQLException {
        List<String> before = PostgresqlReaderSettings.apply(connection);
        T read = reading.of(new PostgresqlInspector(PostgresqlCatalogue.of(connection, scope)));
        PostgresqlReaderSettings.restore(connection, before);
        return read;
    }

    private Inspection inspection() throws SQLException {
        Schema schema = schema();
        return new Inspection(schema, PostgresqlUnknownObjects.besides(schema, catalogue));
    }

    private Schema access() throws SQLException {
        List<SchemaObject> objects = new ArrayList<>(PostgresqlOwnerReader.read(catalogue));
        objects.addAll(PostgresqlPrivilegeReader.privileges(catalogue));
        return Schema.of(List.of(), objects);
    }

    private Schema schema() throws SQLException {
        PostgresqlPresence present = PostgresqlPresence.read(catalogue);
        // Columns take the sequences that are part of them; what is left stands by itself.
        PostgresqlDescriptions descriptions = PostgresqlDescriptions.read(catalogue);
        PostgresqlSequenceReader sequences = PostgresqlSequenceReader.read(catalogue, descriptions);
        PostgresqlIndexMembers members = PostgresqlIndexMembers.read(catalogue);
        Map<Long, List<Index>> indexes = PostgresqlIndexReader.read(catalogue, members, descriptions);
        List<Table> tables = tables(sequences, members, indexes, descriptions);
        List<SchemaObject> objects = new ArrayList<>(PostgresqlObjectReader.namespaces(catalogue));
        objects.addAll(sequences.standing());
        objects.addAll(views(present, indexes));
        for (Kind kind : KINDS) {
            if (present.has(kind.sign())) {
                objects.addAll(kind.reader().read(catalogue));
            }
        }
        objects.addAll(PostgresqlRoleReader.read(catalogue));
        if (catalogue.scope().owners()) {
            objects.addAll(PostgresqlOwnerReader.read(catalogue));
        }
        if (catalogue.scope().privileges()) {
            objects.addAll(PostgresqlPrivilegeReader.privileges(catalogue));
            objects.addAll(PostgresqlPrivilegeReader.defaults(catalogue));
        }
        return Schema.of(tables, objects);
    }

    private List<SchemaObject> views(PostgresqlPresence present, Map<Long, List<Index>> indexes) throws SQLException {
        boolean plain = present.has(PostgresqlPresence.VIEW);
        boolean materialized = present.has(PostgresqlPresence.MATERIALIZED_VIEW);
        if (!plain && !materialized) {
            return List.of();
        }
        PostgresqlViewReader reader = PostgresqlViewReader.read(catalogue);
        List<SchemaObject> views = new ArrayList<>();
        if (plain) {
            views.addAll(reader.views(catalogue));
        }
        if (materialized) {
            views.addAll(reader.materialized(catalogue, indexes));
        }
        return views;
    }

    private List<Table> tables(
            PostgresqlSequenceReader sequences,
            PostgresqlIndexMembers members,
            Map<Long, List<Index>> indexes,
            PostgresqlDescriptions descriptions)
            throws SQLException {
        Map<Long, List<Column>> columns = new PostgresqlColumnReader(sequences, descriptions).read(catalogue);
        Map<Long, List<Constraint>> constraints = PostgresqlConstraintReader.read(catalogue, members, descriptions);
        Map<Long, Table> bare = PostgresqlTableReader.read(catalogue, descriptions);
        Map<ObjectName, Table> parents = parents(bare, columns);
        List<Table> tables = new ArrayList<>();
        bare.forEach((id, table) -> tables.add(new Table(
                table.name(),
                own(table, columns.getOrDefault(id, List.of()), parents),
                constraints.getOrDefault(id, List.of()),
                indexes.getOrDefault(id, List.of()),
                table.lineage(),
                table.options(),
                table.comment())));
        return tables;
    }

    /** Those that others are partitions of or inherit from, with all of their columns. */
    private static Map<ObjectName, Table> parents(Map<Long, Table> bare, Map<Long, List<Column>> columns) {
        Set<ObjectName> names = bare.values().stream()
                .flatMap(table -> table.lineage().parents().stream())
                .collect(Collectors.toSet());
        Map<ObjectName, Table> parents = new HashMap<>();
        bare.forEach((id, table) -> {
            if (names.contains(table.name())) {
                parents.put(table.name(), table.withColumns(columns.getOrDefault(id, List.of())));
            }
        });
        return parents;
    }

    private static List<Column> own(Table table, List<Column> columns, Map<ObjectName, Table> all) {
        List<Table> parents = table.lineage().parents().stream()
                .flatMap(parent -> Optional.ofNullable(all.get(parent)).stream())
                .toList();
        return PostgresqlInheritance.own(columns, parents, table.lineage().isPartition());
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
