package dev.decant.postgresql.table;

import static dev.decant.postgresql.sql.PostgresqlText.alterColumn;
import static dev.decant.postgresql.sql.PostgresqlText.alterColumnOnly;
import static dev.decant.postgresql.sql.PostgresqlText.alterTable;
import static dev.decant.postgresql.sql.PostgresqlText.statement;

import dev.decant.dialect.Statement;
import dev.decant.model.Column;
import dev.decant.model.Fill;
import dev.decant.model.ObjectName;
import dev.decant.postgresql.sql.PostgresqlLocks;
import dev.decant.postgresql.sql.PostgresqlNames;
import dev.decant.postgresql.sql.PostgresqlText;
import dev.decant.postgresql.sql.PostgresqlTypes;
import dev.decant.sql.Sql;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** How a column is stored, how much is known of it, how its NOT NULL is called: options by the keys given here, and attribute options by their own names. */
public final class PostgresqlColumnOptions {
    /** {@code plain}, {@code external}, {@code extended} or {@code main}, when it is not the type's own. */
    public static final String STORAGE = "storage";
    /** {@code pglz} or {@code lz4}, when it is not what the server takes by itself. */
    public static final String COMPRESSION = "compression";
    /** How many values are kept of it for planning. */
    public static final String STATISTICS = "statistics";
    /** The name of its NOT NULL, when the server would not have chosen one like it; since PostgreSQL 18. */
    public static final String NOT_NULL = "not_null.name";
    /** Whether child tables are free of its NOT NULL; since PostgreSQL 18. */
    public static final String NO_INHERIT = "not_null.no_inherit";
    /** Whether rows that were there before may be null; since PostgreSQL 18. */
    public static final String NOT_VALID = "not_null.not_valid";
    /** The type in which the identity counts, when it is not the column's. */
    public static final String SEQUENCE_TYPE = "sequence.type";
    /** Whether the sequence of the identity is {@code logged} or {@code unlogged}, when it is not like the table; since PostgreSQL 15. */
    public static final String SEQUENCE_PERSISTENCE = "sequence.persistence";
    /** What users are told about the sequence of the identity. */
    public static final String SEQUENCE_COMMENT = "sequence.comment";
    /** What a new child takes over. */
    static final Set<String> INHERITED = Set.of(STORAGE, COMPRESSION, NOT_NULL);

    private static final Set<String> OWN_KEYS = Set.of(
            STORAGE,
            COMPRESSION,
            STATISTICS,
            NOT_NULL,
            NO_INHERIT,
            NOT_VALID,
            SEQUENCE_TYPE,
            SEQUENCE_PERSISTENCE,
            SEQUENCE_COMMENT);

    private PostgresqlColumnOptions() {}

    private static Map<String, String> attributes(Column column) {
        Map<String, String> attributes = new LinkedHashMap<>(column.options());
        attributes.keySet().removeIf(key -> OWN_KEYS.contains(key) || key.startsWith(PostgresqlForeign.OPTION));
        return attributes;
    }

    /** What stands between the type and the fill. */
    static void write(Sql sql, Column column) {
        String compression = column.options().getOrDefault(COMPRESSION, "");
        sql.when(!compression.isEmpty(), more -> more.words("COMPRESSION").text(compression));
        PostgresqlForeign.write(sql, column.options());
        column.collation().ifPresent(collation -> sql.words("COLLATE").text(PostgresqlText.name(collation)));
    }

    /** NOT NULL, where it stands with the column. */
    static void writeNotNull(Sql sql, Column column) {
        boolean implied = column.fill() instanceof Fill.Identity;
        if (column.nullable() || column.options().containsKey(NOT_VALID)) {
            return;
        }
        String given = column.options().getOrDefault(NOT_NULL, "");
        sql.when(!given.isEmpty(), more -> more.words("CONSTRAINT").name(given))
                .when(!implied || !given.isEmpty(), "NOT NULL")
                .when(column.options().containsKey(NO_INHERIT), "NO INHERIT");
    }

    /** What cannot be said where the column is made. */
    static List<Statement> finish(ObjectName table, Column column) {
        List<Statement> statements = new ArrayList<>(alter(table, column.withOptions(written(column)), column));
        if (!column.nullable() && column.options().containsKey(NOT_VALID)) {
            notNull(table, column).ifPresent(sql -> statements.add(moment(table, sql)));
        }
        statements.addAll(PostgresqlIdentitySequences.finish(table, column));
        return statements;
    }

    /** The options that stand with the column where it is made. */
    private static Map<String, String> written(Column column) {
        Map<String, String> written = new LinkedHashMap<>(column.options());
        written.keySet().retainAll(Set.of(COMPRESSION, NOT_NULL, NO_INHERIT, NOT_VALID));
        column.options().forEach((key, value) -> {
            if (key.startsWith(PostgresqlForeign.OPTION)) {
                written.put(key, value);
            }
        });
        return written;
    }

    /** A column as it is once it was given its type anew: storage and compression are then those of the type (ATExecAlterColumnType). */
    public static Column retyped(Column column) {
        Map<String, String> left = new LinkedHashMap<>(column.options());
        left.keySet().removeAll(Set.of(STORAGE, COMPRESSION));
        return column.withOptions(left);
    }

    /** What makes the options of a column others; whether it is null is of no concern. */
    public static List<Statement> alter(ObjectName table, Column before, Column after) {
        String name = after.name();
        List<Statement> statements = new ArrayList<>();
        if (differ(before, after, STORAGE)) {
            statements.add(moment(
                    table,
                    alterColumn(table, name)
                            .words("SET STORAGE")
                            .text(after.options().getOrDefault(STORAGE, PostgresqlTypes.storage(after.type())))));
        }
        if (differ(before, after, COMPRESSION)) {
            statements.add(moment(
                    table,
                    alterColumn(table, name)
                            .words("SET COMPRESSION")
                            .text(after.options().getOrDefault(COMPRESSION, "DEFAULT"))));
        }
        if (differ(before, after, STATISTICS)) {
            // Each table counts for itself; a child would count with its parent.
            statements.add(statement(alterColumnOnly(table, name)
                            .words("SET STATISTICS")
                            .text(after.options().getOrDefault(STATISTICS, "-1")))
                    .explained(PostgresqlLocks.gentle(table)));
        }
        statements.addAll(attributes(table, before, after));
        statements.addAll(PostgresqlForeign.alterColumn(table, before, after));
        statements.addAll(notNull(table, before, after));
        return statements;
    }

    /** Whether a column is stored or compressed otherwise than another of its type. */
    static boolean isStoredOtherwise(Column before, Column after) {
        return before.type().equals(after.type())
                && (differ(before, after, STORAGE) || differ(before, after, COMPRESSION));
    }

    /** A column of a child after that of its parent was stored otherwise. */
    static Column storedWith(Column child, Column before, Column after) {
        if (!before.type().equals(after.type()) || !differ(before, after, STORAGE)) {
            return child;
        }
        return with(child, STORAGE, after);
    }

    /** A column stored and compressed as another is. */
    static Column storedAs(Column column, Column other) {
        return with(with(column, STORAGE, other), COMPRESSION, other);
    }

    private static Column with(Column column, String key, Column other) {
        Map<String, String> options = new LinkedHashMap<>(column.options());
        options.remove(key);
        Optional.ofNullable(other.options().get(key)).ifPresent(value -> options.put(key, value));
        return column.withOptions(options);
    }

    private static boolean differ(Column before, Column after, String key) {
        return !before.options().getOrDefault(key, "").equals(after.options().getOrDefault(key, ""));
    }

    private static Statement moment(ObjectName table, Sql sql) {
        return statement(sql).explained(PostgresqlLocks.moment(table));
    }

    private static List<Statement> attributes(ObjectName table, Column before, Column after) {
        String alter = alterColumn(table, after.name()).toString();
        return PostgresqlText.changedParameters(alter, attributes(before), attributes(after)).stream()
                .map(sql -> statement(sql).explained(PostgresqlLocks.gentle(table)))
                .toList();
    }

    /** The name of its NOT NULL, when it has one of its own. */
    public static Optional<String> nameOfNotNull(Column column) {
        return Optional.ofNullable(column.options().get(NOT_NULL)).filter(name -> !column.nullable());
    }

    /** The column with a NOT NULL that has given up its own name. */
    public static Column withNotNullAside(Column column) {
        Map<String, String> options = new LinkedHashMap<>(column.options());
        nameOfNotNull(column)
                .map(name -> PostgresqlNames.departing(ObjectName.of("", name)).local())
                .ifPresent(name -> options.put(NOT_NULL, name));
        return column.withOptions(options);
    }

    /** Whether a NOT NULL that is there before and after has another name. */
    static boolean renamesNotNull(Column before, Column after) {
        return !before.nullable() && !after.nullable() && differ(before, after, NOT_NULL);
    }

    /** Whether a NOT NULL that was known of all rows is one for new rows only, which is another in the place of the old one. */
    static boolean isUnproven(Column before, Column after) {
        return differ(before, after, NOT_VALID) && after.options().containsKey(NOT_VALID);
    }

    /** A column that may be null. */
    static Column withoutNotNull(Column column) {
        Map<String, String> left = new LinkedHashMap<>(column.options());
        left.keySet().removeAll(Set.of(NOT_NULL, NO_INHERIT, NOT_VALID));
        return column.withNullable(true).withOptions(left);
    }

    /** A column of a child whose rows are still known not to be null, once they were: its NOT NULL comes and goes with that of the parent. */
    static Column settled(Column before, Column after) {
        boolean known = !before.nullable() && !before.options().containsKey(NOT_VALID);
        if (!known || !after.options().containsKey(NOT_VALID)) {
            return after;
        }
        Map<String, String> options = new LinkedHashMap<>(after.options());
        options.remove(NOT_VALID);
        return after.withOptions(options);
    }

    /** The name, the validity and the reach of a NOT NULL that is there before and after. */
    private static List<Statement> notNull(ObjectName table, Column before, Column after) {
        if (before.nullable() || after.nullable()) {
            return List.of();
        }
        if (isUnproven(before, after)) {
            return unproven(table, after);
        }
        String then = notNullName(table, before);
        String now = notNullName(table, after);
        List<Statement> statements = new ArrayList<>();
        if (!then.equals(now)) {
            statements.addAll(PostgresqlConstraints.rename(table, then, now));
        }
        if (differ(before, after, NOT_VALID)) {
            statements.add(
                    statement(alterTable(table).words("VALIDATE CONSTRAINT").name(now))
                            .explained(PostgresqlLocks.validation(table)));
        }
        if (differ(before, after, NO_INHERIT)) {
            statements.add(moment(
                    table,
                    alterTable(table)
                            .words("ALTER CONSTRAINT")
                            .name(now)
                            .words(after.options().containsKey(NO_INHERIT) ? "NO INHERIT" : "INHERIT")));
        }
        return statements;
    }

    /** The name of a NOT NULL, which it has from the server when nobody gave it one. */
    static String notNullName(ObjectName table, Column column) {
        String usual = PostgresqlNames.index(table.local(), List.of(column.name()), "not_null");
        return column.options().getOrDefault(NOT_NULL, usual);
    }

    /** What makes a NOT NULL one that only new rows have been looked at for: another in the place of the old one. */
    private static List<Statement> unproven(ObjectName table, Column column) {
        List<Statement> statements = new ArrayList<>();
        statements.add(moment(table, alterColumn(table, column.name()).words("DROP NOT NULL")));
        notNull(table, column).ifPresent(sql -> statements.add(moment(table, sql)));
        return statements;
    }

    /** What adds a NOT NULL that says more than SET NOT NULL can. */
    static Optional<Sql> notNull(ObjectName table, Column column) {
        Map<String, String> options = column.options();
        if (Stream.of(NOT_NULL, NO_INHERIT, NOT_VALID).noneMatch(options::containsKey)) {
            return Optional.empty();
        }
        return Optional.of(alterTable(table)
                .words("ADD CONSTRAINT")
                .name(notNullName(table, column))
                .words("NOT NULL")
                .name(column.name())
                .when(options.containsKey(NO_INHERIT), "NO INHERIT")
                .when(options.containsKey(NOT_VALID), "NOT VALID"));
    }
}
