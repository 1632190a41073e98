package dev.decant.database;

import dev.decant.config.Filters;
import dev.decant.config.Globs;
import dev.decant.model.ObjectName;
import dev.decant.model.Reference;
import dev.decant.model.Schema;
import dev.decant.model.SchemaBuilder;
import dev.decant.model.SchemaObject;
import dev.decant.model.Table;
import dev.decant.model.namespace.Namespace;
import dev.decant.model.ownership.Ownership;
import dev.decant.model.privilege.DefaultPrivileges;
import dev.decant.model.privilege.Privileges;
import dev.decant.model.role.Role;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What part of a database is looked at. What lies outside is not seen, and so it is neither changed nor dropped.
 *
 * @param namespaces the namespaces; all that are not the system's when empty
 * @param schemas which of them, by name
 * @param tables which tables, views and sequences, by their names alone or behind their namespaces
 * @param kinds which kinds of objects, by their ids, such as that of views, {@code view}
 * @param privileges whether it matters what roles may do with the things that are there
 * @param owners whether it matters who owns the things that are there
 * @param roles which roles of the server are looked at; none when empty
 * @param versions whether it matters in which versions extensions are there
 */
public record Scope(
        Set<String> namespaces,
        Globs schemas,
        Globs tables,
        Globs kinds,
        boolean privileges,
        boolean owners,
        Optional<Globs> roles,
        boolean versions) {
    /** Everything that is not the system's, whatever roles may do with it. */
    public static final Scope EVERYTHING = new Scope(Set.of());

    /** The id of the kind of tables. */
    public static final String TABLE = "table";

    /** Copies the set. */
    public Scope {
        namespaces = Set.copyOf(namespaces);
    }

    /** Everything in these namespaces, in all when empty. */
    public Scope(Set<String> namespaces) {
        this(namespaces, Globs.ALL, Globs.ALL, Globs.ALL, false, false, Optional.empty(), false);
    }

    /**
     * What somebody configured.
     *
     * @throws dev.decant.failure.DecantException DCT-125 when there is no kind of that name
     */
    public static Scope of(Filters filters) {
        Optional<Globs> roles =
                filters.roles().isEmpty() ? Optional.empty() : Optional.of(new Globs(filters.roles(), List.of()));
        return new Scope(
                Set.of(),
                filters.schemas(),
                filters.tables(),
                KindWords.known(filters.kinds()),
                filters.privileges().orElse(false),
                filters.owners().orElse(false),
                roles,
                false);
    }

    /** What of it lies in these namespaces. */
    public Scope in(Set<String> others) {
        return new Scope(others, schemas, tables, kinds, privileges, owners, roles, versions);
    }

    /** What of it lies in these namespaces, none when empty, and what belongs to no namespace, which takes longer to find. */
    public Scope among(Set<String> others) {
        List<String> names = others.isEmpty() ? List.of("") : List.copyOf(others);
        return new Scope(
                Set.of(), new Globs(names, schemas.exclude()), tables, kinds, privileges, owners, roles, versions);
    }

    /** The same, with regard to what roles may do or without. */
    public Scope withPrivileges(boolean other) {
        return new Scope(namespaces, schemas, tables, kinds, other, owners, roles, versions);
    }

    /** The same, with regard to who owns things or without. */
    public Scope withOwners(boolean other) {
        return new Scope(namespaces, schemas, tables, kinds, privileges, other, roles, versions);
    }

    /** The same, with regard to these roles of the server; to none when empty. */
    public Scope withRoles(Optional<Globs> others) {
        return new Scope(namespaces, schemas, tables, kinds, privileges, owners, others, versions);
    }

    /** Everything that is not the system's, with as much regard to roles and what they may do as this has. */
    public Scope everywhere() {
        return EVERYTHING.withPrivileges(privileges).withRoles(roles);
    }

    /** The same, with regard to the versions of extensions or without. */
    public Scope withVersions(boolean other) {
        return new Scope(namespaces, schemas, tables, kinds, privileges, owners, roles, other);
    }

    /** Whether a namespace is looked at. */
    public boolean includes(String namespace) {
        return (namespaces.isEmpty() || namespaces.contains(namespace)) && schemas.admit(namespace);
    }

    /** Whether a table, or what shares its name space with tables, is looked at. */
    public boolean includesTable(ObjectName table) {
        return tables.admit(spellings(table));
    }

    /** How a filter may write the name of a table. */
    private static String[] spellings(ObjectName table) {
        return new String[] {table.local(), table.schema() + "." + table.local()};
    }

    /** Whether any filter is about names. */
    public boolean choosesByName() {
        return !schemas.equals(Globs.ALL) || !tables.equals(Globs.ALL);
    }

    /** Sentences about the filters that mean none of these names. */
    public List<String> idleFilters(Names names) {
        Predicate<String> idleSchema = glob -> names.namespaces().stream().noneMatch(name -> Globs.match(glob, name));
        Predicate<String> idleTable =
                glob -> names.relations().stream().noneMatch(name -> Globs.match(glob, spellings(name)));
        return Stream.of(
                        idle("include schema:", schemas.include(), idleSchema, "no schema"),
                        idle("exclude schema:", schemas.exclude(), idleSchema, "no schema"),
                        idle("include table:", tables.include(), idleTable, "no table, view or sequence"),
                        idle("exclude table:", tables.exclude(), idleTable, "no table, view or sequence"))
                .flatMap(sentences -> sentences)
                .toList();
    }

    private static Stream<String> idle(String filter, List<String> globs, Predicate<String> isIdle, String nothing) {
        return globs.stream().filter(isIdle).map(glob -> filter + glob + " matches " + nothing);
    }

    /** Whether a kind is looked at. */
    public boolean includesKind(String id) {
        return kinds.admit(id);
    }

    /** Whether an object is looked at. */
    public boolean includes(SchemaObject object) {
        return includesKind(object.kind().id())
                && isWanted(object)
                && includesNamespaceOf(object)
                && (!isRelation(object) || includesTable(object.name()))
                && object.holder().filter(holder -> !includesTable(holder)).isEmpty();
    }

    /** Roles, what they may do and what they own are looked at only where somebody asks for it. */
    private boolean isWanted(SchemaObject object) {
        return switch (object) {
            case Role role -> includesRole(role.name().local());
            case Privileges any -> privileges;
            case DefaultPrivileges any -> privileges;
            case Ownership any -> owners;
            default -> true;
        };
    }

    /** Whether a role of the server is looked at. */
    public boolean includesRole(String name) {
        return roles.filter(globs -> globs.admit(name)).isPresent();
    }

    private boolean includesNamespaceOf(SchemaObject object) {
        return object instanceof Namespace ? includes(object.name().local()) : includesNamespaceOf(object.name());
    }

    /** What belongs to no namespace is looked at whichever are. */
    private boolean includesNamespaceOf(ObjectName name) {
        return name.schema().isEmpty() || includes(name.schema());
    }

    private static boolean isRelation(SchemaObject object) {
        return object.provides().stream().anyMatch(reference -> reference instanceof Reference.ToRelation);
    }

    private boolean includes(Table table) {
        return includesKind(TABLE) && includesNamespaceOf(table.name()) && includesTable(table.name());
    }

    /** What of an inspection lies inside. */
    public Inspection of(Inspection inspection) {
        return new Inspection(
                of(inspection.schema()),
                inspection.unknown().stream().filter(this::includes).toList());
    }

    private boolean includes(UnknownObject object) {
        return includesKind(object.kind()) && includesNamespaceOf(object.name()) && includesTable(object.name());
    }

    /** What of a schema lies inside. */
    public Schema of(Schema schema) {
        SchemaBuilder inside = new SchemaBuilder();
        schema.tables().values().stream().filter(this::includes).forEach(inside::add);
        schema.objects().values().stream().filter(this::includes).forEach(inside::add);
        return inside.build();
    }
}
