package dev.decant.workflow;

import dev.decant.database.Scope;
import dev.decant.model.ObjectKey;
import dev.decant.model.ObjectName;
import dev.decant.model.Schema;
import dev.decant.model.SchemaBuilder;
import dev.decant.model.SchemaObject;
import dev.decant.model.namespace.Namespace;
import dev.decant.model.ownership.Ownership;
import dev.decant.model.privilege.Privileges;
import dev.decant.model.raw.RawObject;
import dev.decant.model.role.Role;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What of a database belongs to a schema that somebody wrote down: the namespaces that it mentions. Databases are shared, so everything else
 * is taken for somebody else's and neither changed nor dropped, unless the configuration includes it by name.
 */
final class OwnScope {
    /** Where other tools for migrations keep their history; it belongs to them wherever it lies. */
    private static final List<String> HISTORIES = List.of(
            "flyway_schema_history",
            "schema_version",
            "databasechangelog",
            "databasechangeloglock",
            "__drizzle_migrations",
            "_prisma_migrations",
            "schema_migrations",
            "alembic_version",
            "knex_migrations",
            "knex_migrations_lock");

    private final Schema declared;
    private final Scope configured;

    OwnScope(Schema declared, Scope configured) {
        this.declared = declared;
        this.configured = configured;
    }

    /** What is looked at in the database. */
    Scope scope() {
        if (!configured.schemas().include().isEmpty()) {
            return configured;
        }
        return declaresBeyondNamespaces() ? configured.among(namespaces()) : configured.in(namespaces());
    }

    /** Whether there is anything in it that belongs to the whole database, such as a foreign server. */
    private boolean declaresBeyondNamespaces() {
        return declared.objects().values().stream().anyMatch(object -> switch (object) {
            case RawObject raw -> raw.name().schema().isEmpty();
            case Privileges privileges ->
                privileges
                        .ofDatabase()
                        .filter(thing -> !thing.kind().equals(Namespace.KIND))
                        .isPresent();
            case Ownership ownership ->
                ownership
                        .ofDatabase()
                        .filter(thing -> !thing.kind().equals(Namespace.KIND))
                        .isPresent();
            default -> false;
        });
    }

    private Set<String> namespaces() {
        Set<String> names = new TreeSet<>();
        declared.tables().keySet().forEach(name -> names.add(name.schema()));
        declared.objects().values().forEach(object -> names.add(namespace(object)));
        names.remove("");
        return names;
    }

    private static String namespace(SchemaObject object) {
        return object instanceof Namespace
                ? object.name().local()
                : object.name().schema();
    }

    /** What was found there without what is not this schema's to drop. */
    Schema owned(Schema found) {
        SchemaBuilder owned = new SchemaBuilder();
        found.tables().values().stream()
                .filter(table -> declared.tables().containsKey(table.name()) || !isHistory(table.name()))
                .forEach(owned::add);
        found.objects().values().stream().filter(isOwned()).forEach(owned::add);
        return owned.build();
    }

    /** Whether another tool for migrations keeps its history in a table. */
    static boolean isHistory(ObjectName table) {
        return HISTORIES.contains(table.local());
    }

    /** What roles may do with what lies in no namespace, and who owns it, belongs to whom that does. */
    private boolean isDeclared(SchemaObject object) {
        Optional<ObjectKey> thing = switch (object) {
            case Privileges privileges -> privileges.ofDatabase();
            case Ownership ownership -> ownership.ofDatabase();
            default -> Optional.empty();
        };
        return thing.filter(declared.objects()::containsKey).isPresent();
    }

    /** What belongs to no namespace (an extension, a namespace itself) may serve others too. */
    private Predicate<SchemaObject> isOwned() {
        boolean everyKind = !configured.kinds().include().isEmpty();
        return object -> declared.objects().containsKey(object.key())
                || !object.name().schema().isEmpty()
                || isDeclared(object)
                || everyKind && !(object instanceof Namespace || object instanceof Role);
    }
}
