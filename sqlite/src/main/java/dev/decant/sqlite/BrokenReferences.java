package dev.decant.sqlite;

import dev.decant.failure.Counted;
import dev.decant.failure.Failure;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The rows of a database that point at no row.
 *
 * @param rows one for each such row and foreign key
 */
record BrokenReferences(List<Row> rows) {
    /** A database in which all is well. */
    static final BrokenReferences NONE = new BrokenReferences(List.of());

    /** How many rows of one reference are named. */
    private static final int NAMED = 5;

    /**
     * A row that points at no row.
     *
     * @param table the row's table
     * @param number the row's number where the table has such
     * @param target the table in which the row that it points at is not
     * @param problem why the reference cannot be checked at all; empty when it can
     */
    record Row(String table, Optional<Long> number, String target, String problem) {
        boolean isOfSameReference(Row other) {
            return table.equals(other.table) && target.equals(other.target) && problem.equals(other.problem);
        }
    }

    BrokenReferences {
        rows = List.copyOf(rows);
    }

    static BrokenReferences read(Connection connection) throws SQLException {
        try {
            return new BrokenReferences(check(connection, "PRAGMA foreign_key_check"));
        } catch (SQLException unfit) {
            return new BrokenReferences(checkEach(connection));
        }
    }

    /** Table by table, when a reference at a table without a fitting key keeps SQLite from checking all at once. */
    private static List<Row> checkEach(Connection connection) throws SQLException {
        List<Row> rows = new ArrayList<>();
        for (String table : tables(connection)) {
            try {
                rows.addAll(check(
                        connection,
                        SqliteNames.sql("PRAGMA")
                                .call("foreign_key_check", sql -> sql.name(table))
                                .toString()));
            } catch (SQLException unfit) {
                String problem = new SqliteDatabase().explain(unfit).message();
                rows.add(new Row(table, Optional.empty(), "", problem));
            }
        }
        return rows;
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' ORDER BY name")) {
            while (found.next()) {
                tables.add(found.getString(1));
            }
        }
        return tables;
    }

    private static List<Row> check(Connection connection, String pragma) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(pragma)) {
            while (found.next()) {
                long number = found.getLong(2);
                Optional<Long> known = found.wasNull() ? Optional.empty() : Optional.of(number);
                rows.add(new Row(found.getString(1), known, found.getString(3), ""));
            }
        }
        return rows;
    }

    /** What is broken here and was not before, one failure for each pair of tables. */
    List<Failure> since(BrokenReferences before) {
        Set<Row> known = new HashSet<>(before.rows);
        List<Row> fresh = rows.stream().filter(row -> !known.contains(row)).toList();
        List<Failure> failures = new ArrayList<>();
        List<Row> told = new ArrayList<>();
        for (Row row : fresh) {
            if (told.stream().noneMatch(row::isOfSameReference)) {
                told.add(row);
                // rows may have other numbers than before; then there are as many as before
                if (count(row) > before.count(row)) {
                    failures.add(failure(
                            row, fresh.stream().filter(row::isOfSameReference).toList()));
                }
            }
        }
        return failures;
    }

    private long count(Row like) {
        return rows.stream().filter(like::isOfSameReference).count();
    }

    private static Failure failure(Row first, List<Row> all) {
        if (!first.problem().isEmpty()) {
            return Failure.of("DCT-543", "the references of the table cannot be checked: " + first.problem())
                    .at("table " + first.table())
                    .next("let the foreign key point at a primary key or unique columns");
        }
        List<String> numbers = all.stream()
                .flatMap(row -> row.number().stream())
                .limit(NAMED)
                .map(String::valueOf)
                .toList();
        String which = numbers.isEmpty() ? "" : ", first those with rowid " + String.join(", ", numbers);
        return Failure.of(
                        "DCT-543",
                        new Counted("row points", "rows point").behind(all.size()) + " at no row of " + first.target()
                                + which)
                .at("table " + first.table())
                .next("delete these rows or let them point elsewhere before the change;"
                        + " ON DELETE does not act while references are unchecked");
    }
}
