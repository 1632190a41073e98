package dev.decant.rehearsal;

import dev.decant.change.AlterObject;
import dev.decant.change.Change;
import dev.decant.change.Changes;
import dev.decant.change.CreateObject;
import dev.decant.change.DropObject;
import dev.decant.change.RenameObject;
import dev.decant.database.Database;
import dev.decant.database.Scope;
import dev.decant.database.Target;
import dev.decant.dialect.Ability;
import dev.decant.dialect.Dialect;
import dev.decant.model.ObjectKey;
import dev.decant.model.Schema;
import dev.decant.model.SchemaBuilder;
import dev.decant.model.SchemaObject;
import dev.decant.model.ownership.Ownership;
import dev.decant.model.role.Role;
import dev.decant.plan.Plan;
import dev.decant.plan.Planner;
import dev.decant.plan.Step;
import dev.decant.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Tries in a transaction that is rolled back, with namespaces of other names. What belongs to no namespace, such as an extension, is not
 * tried but taken as it is said, as is who owns things, since a role may lack here what it may elsewhere; only roles are, since others rest on them.
 *
 * @param target the database
 * @param looked whether roles, and what they may do, are read back
 */
record TransactionRehearsal(Target target, Scope looked) implements Rehearsal {
    private interface Work {
        void in(Construction construction) throws SQLException;
    }

    /** A place in a database; nothing when the user may not make namespaces there, or the database has none. */
    static Optional<Rehearsal> in(Target target, Scope looked) {
        Dialect dialect = target.database().dialect();
        TransactionRehearsal rehearsal = new TransactionRehearsal(target, looked);
        return dialect.can(Ability.MAKE_NAMESPACES) && dialect.can(Ability.UNDO_DDL) && rehearsal.isPossible()
                ? Optional.of(rehearsal)
                : Optional.empty();
    }

    private boolean isPossible() {
        try (Connection connection = target.connect()) {
            connection.setAutoCommit(false);
            create(newName(0), connection);
            connection.rollback();
            return true;
        } catch (SQLException denied) {
            return false;
        }
    }

    @Override
    public Schema built(Schema schema) {
        NamespaceMapping mapping = mapping(namespaces(schema));
        Schema made = made(mapping, schema, construction -> construction.build(mapping.map(tried(schema))));
        return ServerRoles.of(schema).insteadOfThoseIn(made);
    }

    @Override
    public Optional<Schema> after(Schema start, Plan plan) {
        if (!plan.steps().stream().allMatch(Step::transactional)) {
            return Optional.empty();
        }
        Schema end = Changes.apply(plan.changes(), start, dialect().syntax());
        Set<String> namespaces = namespaces(start);
        namespaces.addAll(namespaces(end));
        NamespaceMapping mapping = mapping(namespaces);
        Schema mapped = mapping.map(tried(start));
        List<Change> changes = plan.changes().stream()
                .filter(TransactionRehearsal::isTried)
                .map(mapping::map)
                .toList();
        return Optional.of(made(mapping, end, construction -> {
            construction.build(mapped);
            construction.run(new Planner(dialect()).plan(mapped, changes).steps());
        }));
    }

    private Schema made(NamespaceMapping mapping, Schema said, Work work) {
        try (Connection connection = target.connect()) {
            connection.setAutoCommit(false);
            try {
                for (String namespace : mapping.names().values()) {
                    create(namespace, connection);
                }
                work.in(new Construction(database(), connection));
                Scope made = looked.everywhere().in(Set.copyOf(mapping.names().values()));
                Schema found = mapping.reverse().map(tried(database().inspect(connection, made)));
                return withOthers(ServerRoles.of(said).among(found), said);
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw target.failure(e);
        }
    }

    private void create(String namespace, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(new Sql(dialect().syntax())
                    .words("CREATE SCHEMA")
                    .name(namespace)
                    .toString());
        }
    }

    private NamespaceMapping mapping(Set<String> namespaces) {
        Map<String, String> names = new LinkedHashMap<>();
        namespaces.forEach(namespace -> names.put(namespace, newName(names.size())));
        return new NamespaceMapping(names, dialect().syntax());
    }

    private static String newName(int number) {
        return String.format(
                Locale.ROOT,
                "decant_scratch_%08x_%d",
                ThreadLocalRandom.current().nextInt(),
                number);
    }

    private static Set<String> namespaces(Schema schema) {
        Set<String> namespaces = new TreeSet<>();
        schema.tables().keySet().forEach(name -> namespaces.add(name.schema()));
        schema.objects().keySet().forEach(key -> namespaces.add(key.name().schema()));
        namespaces.remove("");
        return namespaces;
    }

    private static Schema tried(Schema schema) {
        SchemaBuilder inside = schema.toBuilder();
        schema.objects().values().stream()
                .filter(object -> !isTried(object))
                .forEach(object -> inside.removeObject(object.key()));
        return inside.build();
    }

    /** A schema with what belongs to no namespace in another. */
    private static Schema withOthers(Schema schema, Schema other) {
        SchemaBuilder both = schema.toBuilder();
        other.objects().values().stream().filter(object -> !isTried(object)).forEach(both::add);
        return both.build();
    }

    private static boolean isTried(Change change) {
        return switch (change) {
            case CreateObject(SchemaObject object) -> isTried(object);
            case DropObject(SchemaObject object) -> isTried(object);
            case AlterObject(SchemaObject before, SchemaObject after) -> isTried(after);
            case RenameObject rename -> isTried(rename.before());
            default -> true;
        };
    }

    private static boolean isTried(ObjectKey key) {
        return key.kind().equals(Role.KIND)
                || !key.name().schema().isEmpty() && !key.kind().equals(Ownership.KIND);
    }

    private static boolean isTried(SchemaObject object) {
        return isTried(object.key());
    }

    private Database database() {
        return target.database();
    }

    private Dialect dialect() {
        return database().dialect();
    }

    @Override
    public void close() {
        // Nothing is kept between two tries.
    }
}
