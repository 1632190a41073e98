package dev.decant.sqlite;

import dev.decant.dialect.Hazard;
import dev.decant.dialect.Statement;
import dev.decant.dialect.UnsupportedChangeException;
import dev.decant.model.Column;
import dev.decant.model.Constraint;
import dev.decant.model.Index;
import dev.decant.model.ObjectName;
import dev.decant.model.Table;
import dev.decant.model.TablePart;
import dev.decant.sql.Sql;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Tables in SQL. */
final class SqliteTables {
    /** The line for what takes a moment, whatever the table holds. */
    static final String CATALOG_ONLY = "changes the catalog only; no row is touched";

    private SqliteTables() {}

    /** Creates a table with its indexes. */
    static List<Statement> create(Table table) {
        Statement create = Statement.of(definition(table, table.name().local()));
        return Stream.concat(
                        Stream.of(create),
                        table.indexes().stream()
                                .map(index -> Statement.of(
                                        SqliteIndexes.create(table, index).sql())))
                .toList();
    }

    /** CREATE TABLE under a name that need not be the table's. */
    static String definition(Table table, String name) {
        requireNoNamespace(table.name());
        Optional<Constraint.PrimaryKey> inline = SqliteKeys.inlineKey(table);
        List<TablePart> parts = Stream.<TablePart>concat(
                        table.columns().stream(),
                        table.constraints().stream()
                                .filter(part -> inline.filter(part::equals).isEmpty()))
                .toList();
        Sql sql = SqliteNames.sql("CREATE TABLE").name(name).lines(parts, (body, part) -> write(body, table, part));
        List<String> options = Stream.of(
                        SqliteOptions.isStrict(table) ? "STRICT" : "",
                        SqliteOptions.hasRowNumbers(table) ? "" : "WITHOUT ROWID")
                .filter(Predicate.not(String::isEmpty))
                .toList();
        return sql.commas(options, Sql::words).toString();
    }

    private static void write(Sql sql, Table table, TablePart part) {
        switch (part) {
            case Column column -> SqliteColumns.write(sql, table, column);
            case Constraint constraint -> SqliteConstraints.write(sql, table, constraint);
            case Index index -> throw new IllegalArgumentException("an index is no part of CREATE TABLE");
        }
    }

    /** Drops a table; references to it stay where they are. */
    static Statement drop(Table table) {
        return Statement.of(
                        SqliteNames.sql("DROP TABLE").name(table.name().local()).toString())
                .explained("all rows of " + table.name() + " go")
                .with(Hazard.Kind.DATA_LOSS, "the rows of " + table.name() + " are lost");
    }

    /** Renames a table; triggers, views and foreign keys follow by themselves. */
    static List<Statement> rename(ObjectName before, ObjectName after, Predicate<String> taken) {
        requireNoNamespace(after);
        if (SqliteNames.same(before.local(), after.local())) {
            String between = SqliteNames.free("decant_renamed_" + after.local(), taken);
            return List.of(rename(before.local(), between), rename(between, after.local()));
        }
        return List.of(rename(before.local(), after.local())
                .with(Hazard.Kind.BREAKING, "programs that say " + before + " no longer work"));
    }

    /** The statement that renames a table. */
    static Statement rename(String before, String after) {
        return Statement.of(SqliteNames.sql("ALTER TABLE")
                        .name(before)
                        .words("RENAME TO")
                        .name(after)
                        .toString())
                .explained(CATALOG_ONLY);
    }

    private static void requireNoNamespace(ObjectName name) {
        if (!name.schema().isEmpty()) {
            throw new UnsupportedChangeException(
                    "table " + name, "SQLite has no namespace " + name.schema(), "name the table without one");
        }
    }
}
