package dev.decant.postgresql.table;

import static dev.decant.postgresql.sql.PostgresqlText.alterTable;
import static dev.decant.postgresql.sql.PostgresqlText.statement;

import dev.decant.dialect.Hazard;
import dev.decant.dialect.Statement;
import dev.decant.model.Constraint;
import dev.decant.model.ObjectKey;
import dev.decant.model.ObjectName;
import dev.decant.model.PartKind;
import dev.decant.model.Reference;
import dev.decant.model.SchemaView;
import dev.decant.model.Table;
import dev.decant.model.TableTraits;
import dev.decant.model.raw.RawObject;
import dev.decant.postgresql.sql.PostgresqlLocks;
import dev.decant.postgresql.sql.PostgresqlText;
import dev.decant.sql.Sql;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a table has besides its parts: storage parameters by their own names, and more by the keys given here. */
public final class PostgresqlTableOptions {
    /** Whether no crash brings it back. */
    public static final String UNLOGGED = "unlogged";
    /** The table access method, when it is not {@code heap}. */
    public static final String ACCESS_METHOD = "access_method";
    /** The tablespace, when it is not that of the database. */
    public static final String TABLESPACE = "tablespace";
    /** What replication tells rows apart by: {@code full}, {@code nothing}, or {@code index} when an index says that it is the one. */
    public static final String REPLICA_IDENTITY = "replica_identity";
    /** Whether one of its indexes says that CLUSTER sorts the table by it. */
    static final String CLUSTERED = "clustered";
    /** Whether its policies tell who sees which rows. */
    public static final String ROW_SECURITY = "row_level_security";
    /** Whether they tell that of its owner too. */
    public static final String FORCED = "force_row_level_security";
    /** The composite type that its columns come from. */
    public static final String OF_TYPE = "of_type";

    /**
     * Before the name of a check of its parents, or of a foreign key since PostgreSQL 18, that they have for new rows only, and that holds for
     * all rows of this table: a child that is made after the check has no rows that could break it.
     */
    public static final String CHECKED = "checked.";

    /**
     * Before the name of a trigger of the table that this one is a partition of: {@code enabled}, {@code disabled}, {@code replica} or
     * {@code always}, when it does not run here as it does there.
     */
    public static final String TRIGGER = "trigger.";

    private static final Set<String> OWN_KEYS = Set.of(
            UNLOGGED,
            ACCESS_METHOD,
            TABLESPACE,
            REPLICA_IDENTITY,
            CLUSTERED,
            ROW_SECURITY,
            FORCED,
            OF_TYPE,
            PostgresqlForeign.SERVER);

    private static final List<String> PREFIXES = List.of(PostgresqlForeign.OPTION, CHECKED, TRIGGER);

    private PostgresqlTableOptions() {}

    /** The storage parameters among them. */
    static Map<String, String> parameters(Map<String, String> options) {
        Map<String, String> parameters = new LinkedHashMap<>(options);
        parameters
                .keySet()
                .removeIf(key -> OWN_KEYS.contains(key) || PREFIXES.stream().anyMatch(key::startsWith));
        return parameters;
    }

    static boolean is(Map<String, String> options, String key) {
        return Boolean.parseBoolean(options.get(key));
    }

    /** The composite type of which a table is. */
    public static Optional<ObjectName> ofType(Map<String, String> options) {
        return Optional.ofNullable(options.get(OF_TYPE)).map(ObjectName::parse);
    }

    /** The options in one spelling: nothing that is off, and what indexes say of the table. */
    static Map<String, String> canonical(Table table) {
        Map<String, String> options = new LinkedHashMap<>(table.options());
        List.of(UNLOGGED, ROW_SECURITY, FORCED).forEach(key -> options.remove(key, "false"));
        options.remove(ACCESS_METHOD, "heap");
        options.remove(REPLICA_IDENTITY, "default");
        options.remove(REPLICA_IDENTITY, "index");
        options.remove(CLUSTERED);
        ofType(options).ifPresent(type -> options.put(OF_TYPE, type.toString()));
        List<Map<String, String>> indexes = Stream.concat(
                        table.indexes().stream().map(index -> index.storage()),
                        table.constraints().stream().map(Constraint::storage))
                .toList();
        if (indexes.stream().anyMatch(storage -> storage.containsKey(PostgresqlIndexStorage.REPLICA_IDENTITY))) {
            options.put(REPLICA_IDENTITY, "index");
        }
        if (indexes.stream().anyMatch(storage -> storage.containsKey(PostgresqlIndexStorage.CLUSTERED))) {
            options.put(CLUSTERED, "true");
        }
        return options;
    }

    /** What stands behind the columns of a new table. */
    static void write(Sql sql, Map<String, String> options) {
        Map<String, String> parameters = parameters(options);
        sql.when(
                        options.containsKey(ACCESS_METHOD),
                        more -> more.newLine().words("USING").name(options.getOrDefault(ACCESS_METHOD, "")))
                .when(
                        !parameters.isEmpty(),
                        more -> PostgresqlText.parameters(more.newLine().words("WITH"), parameters))
                .when(
                        options.containsKey(TABLESPACE),
                        more -> more.newLine().words("TABLESPACE").name(options.getOrDefault(TABLESPACE, "")));
    }

    /** What cannot be said where the table is made. */
    static List<Statement> finish(ObjectName table, Map<String, String> options) {
        List<Statement> statements = new ArrayList<>();
        switches(table, Map.of(), options, statements);
        return statements;
    }

    /** What makes the options of a table others. */
    static List<Statement> alter(ObjectName table, Map<String, String> before, Map<String, String> after) {
        List<Statement> statements = new ArrayList<>();
        if (is(before, UNLOGGED) != is(after, UNLOGGED)) {
            statements.add(setLogged(table, !is(after, UNLOGGED)));
        }
        if (differ(before, after, ACCESS_METHOD)) {
            statements.add(moved(
                    table,
                    alterTable(table).words("SET ACCESS METHOD").name(after.getOrDefault(ACCESS_METHOD, "heap"))));
        }
        if (differ(before, after, TABLESPACE)) {
            statements.add(moved(
                    table,
                    alterTable(table).words("SET TABLESPACE").name(after.getOrDefault(TABLESPACE, "pg_default"))));
        }
        setParameters(table, parameters(before), parameters(after), statements);
        switches(table, before, after, statements);
        if (differ(before, after, OF_TYPE)) {
            Sql sql = alterTable(table);
            statements.add(moment(
                    table,
                    ofType(after)
                            .map(type -> sql.words("OF").text(PostgresqlText.name(type)))
                            .orElseGet(() -> sql.words("NOT OF"))));
        }
        after.keySet().stream()
                .filter(key -> key.startsWith(CHECKED) && !before.containsKey(key))
                .forEach(key -> statements.add(checked(table, key.substring(CHECKED.length()))));
        statements.addAll(PostgresqlForeign.alterTable(table, before, after));
        return statements;
    }

    private static void switches(
            ObjectName table, Map<String, String> before, Map<String, String> after, List<Statement> statements) {
        if (is(before, ROW_SECURITY) != is(after, ROW_SECURITY)) {
            statements.add(moment(
                    table,
                    alterTable(table)
                            .words(is(after, ROW_SECURITY) ? "ENABLE" : "DISABLE")
                            .words("ROW LEVEL SECURITY")));
        }
        if (is(before, FORCED) != is(after, FORCED)) {
            statements.add(moment(
                    table,
                    alterTable(table)
                            .words(is(after, FORCED) ? "FORCE" : "NO FORCE")
                            .words("ROW LEVEL SECURITY")));
        }
        String identity = after.getOrDefault(REPLICA_IDENTITY, "default");
        if (differ(before, after, REPLICA_IDENTITY) && !identity.equals("index")) {
            statements.add(moment(
                    table, alterTable(table).words("REPLICA IDENTITY").words(identity.toUpperCase(Locale.ROOT))));
        }
        if (is(before, CLUSTERED) && !is(after, CLUSTERED)) {
            statements.add(
                    statement(alterTable(table).words("SET WITHOUT CLUSTER")).explained(PostgresqlLocks.gentle(table)));
        }
    }

    private static Statement checked(ObjectName table, String check) {
        return statement(alterTable(table).words("VALIDATE CONSTRAINT").name(check))
                .explained(PostgresqlLocks.validation(table))
                .with(
                        Hazard.Kind.DATA_DEPENDENT,
                        "fails when a row of " + table + " does not hold what " + check + " demands");
    }

    /** What makes a foreign key valid on a new partition whose rows are known to fulfil it, which it is not by itself as a check is. */
    static List<Statement> checkedKeys(Table table, SchemaView schema) {
        if (!table.lineage().isPartition()) {
            return List.of();
        }
        return table.options().keySet().stream()
                .filter(key -> key.startsWith(CHECKED))
                .map(key -> key.substring(CHECKED.length()))
                .filter(name -> PostgresqlFamily.parentsPart(schema, table.name(), name)
                        .filter(Constraint.ForeignKey.class::isInstance)
                        .isPresent())
                .map(name -> checked(table.name(), name))
                .toList();
    }

    /** What brings the children whose rows are known to fulfil a new check of a table there again. */
    static List<Statement> checkedBelow(ObjectName table, String check, SchemaView schema) {
        return schema.descent().descendants(table).stream()
                .flatMap(child -> schema.table(child).stream())
                .filter(child -> child.options().containsKey(CHECKED + check))
                .map(child -> checked(child.name(), check))
                .toList();
    }

    /** The options that a child can have: that its rows were checked is not forgotten. */
    static Map<String, String> settled(Map<String, String> before, Map<String, String> after) {
        Map<String, String> settled = new LinkedHashMap<>(after);
        before.forEach((key, value) -> {
            if (key.startsWith(CHECKED)) {
                settled.put(key, value);
            }
        });
        return settled;
    }

    /** The server, access method, type and checks that options name, and the operator classes that divide rows. */
    public static Set<Reference> neededBy(TableTraits traits) {
        Map<String, String> options = traits.options();
        Set<Reference> needed = new HashSet<>(PostgresqlPartitionKeys.operatorClasses(traits.lineage()));
        options.keySet().stream()
                .filter(key -> key.startsWith(CHECKED))
                .map(key -> key.substring(CHECKED.length()))
                .forEach(check -> traits.lineage()
                        .parents()
                        .forEach(parent -> needed.add(new Reference.ToPart(parent, PartKind.CONSTRAINT, check))));
        if (options.containsKey(PostgresqlForeign.SERVER)) {
            needed.add(raw("server", options.getOrDefault(PostgresqlForeign.SERVER, "")));
        }
        if (options.containsKey(ACCESS_METHOD)) {
            needed.add(raw("access method", options.getOrDefault(ACCESS_METHOD, "")));
        }
        ofType(options).ifPresent(type -> needed.add(new Reference.ToType(type)));
        return needed;
    }

    private static Reference raw(String kind, String name) {
        return new Reference.ToObject(new ObjectKey(RawObject.kindOf(kind), ObjectName.of("", name)));
    }

    private static boolean differ(Map<String, String> before, Map<String, String> after, String key) {
        return !before.getOrDefault(key, "").equals(after.getOrDefault(key, ""));
    }

    private static Statement moment(ObjectName table, Sql sql) {
        return statement(sql).explained(PostgresqlLocks.moment(table));
    }

    private static Statement moved(ObjectName table, Sql sql) {
        return statement(sql)
                .explained(PostgresqlLocks.rewrite(table))
                .with(Hazard.Kind.REWRITE, "writes every row of " + table + " again; readers and writers wait");
    }

    private static void setParameters(
            ObjectName table, Map<String, String> before, Map<String, String> after, List<Statement> statements) {
        PostgresqlText.changedParameters(alterTable(table).toString(), before, after)
                .forEach(sql -> statements.add(statement(sql).explained(PostgresqlLocks.gentle(table))));
    }

    private static Statement setLogged(ObjectName table, boolean logged) {
        return moved(table, alterTable(table).words(logged ? "SET LOGGED" : "SET UNLOGGED"));
    }
}
