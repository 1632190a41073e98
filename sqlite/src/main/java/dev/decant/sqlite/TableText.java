package dev.decant.sqlite;

import dev.decant.model.Column;
import dev.decant.model.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads CREATE TABLE as SQLite keeps it: lang_createtable.html, and parse.y for what it lets pass.
 *
 * <p>The text is all that SQLite itself knows of a table; its pragmas tell a part of it.
 */
final class TableText {
    private final TokenReader reader;
    private final List<Column> columns = new ArrayList<>();
    private final List<NamelessConstraint> constraints = new ArrayList<>();
    private final Map<String, String> options = new TreeMap<>();
    private String name = "";

    private TableText(String sql) {
        reader = new TokenReader(sql);
    }

    /**
     * Reads a statement.
     *
     * @throws IllegalArgumentException when it is not understood
     */
    static ReadTable read(String sql) {
        return new TableText(sql).table();
    }

    private ReadTable table() {
        reader.expect("CREATE");
        if (!reader.accept("TEMP")) {
            reader.accept("TEMPORARY");
        }
        reader.expect("TABLE");
        reader.accept("IF", "NOT", "EXISTS");
        name = reader.lastName();
        reader.expectSign("(");
        elements();
        reader.expectSign(")");
        options();
        return new ReadTable(name, columns, constraints, options);
    }

    private void elements() {
        do {
            if (isTableConstraint()) {
                tableConstraint();
            } else {
                new ColumnText(reader, options).read(columns, constraints);
            }
            // SQLite does not insist on commas between constraints
        } while (reader.acceptSign(",") || isTableConstraint());
    }

    private boolean isTableConstraint() {
        return reader.isNext("CONSTRAINT")
                || reader.isNext("PRIMARY", "KEY")
                || reader.isNext("UNIQUE")
                || reader.isNext("CHECK")
                || reader.isNext("FOREIGN", "KEY");
    }

    private void tableConstraint() {
        String given = reader.accept("CONSTRAINT") ? reader.name() : "";
        if (reader.accept("PRIMARY", "KEY")) {
            List<KeyColumn> key = keyColumns();
            boolean rowNumber = key.size() == 1 && isInteger(key.getFirst().column());
            constraints.add(NamelessConstraint.primaryKey(names(key))
                    .named(given)
                    .ordered(rowNumber ? List.of() : orders(key))
                    .onConflict(conflict()));
        } else if (reader.accept("UNIQUE")) {
            List<KeyColumn> key = keyColumns();
            constraints.add(NamelessConstraint.unique(names(key))
                    .named(given)
                    .ordered(orders(key))
                    .onConflict(conflict()));
        } else if (reader.accept("CHECK")) {
            Expression condition = new Expression(reader.parenthesized());
            constraints.add(NamelessConstraint.check(condition).named(given).onConflict(conflict()));
        } else if (reader.accept("FOREIGN", "KEY")) {
            List<String> from = reader.parenthesizedList().stream()
                    .map(text -> new TokenReader(text).name())
                    .toList();
            reader.expect("REFERENCES");
            constraints.add(new NamelessConstraint(new ReferenceText(reader).read(from)).named(given));
        }
        // a name with nothing behind it names nothing
    }

    private boolean isInteger(String column) {
        return columns.stream()
                .filter(declared -> SqliteNames.same(declared.name(), column))
                .anyMatch(declared -> SqliteTypes.isRowNumber(declared.type()));
    }

    private List<KeyColumn> keyColumns() {
        return reader.parenthesizedList().stream().map(KeyColumn::parse).toList();
    }

    private static List<String> names(List<KeyColumn> key) {
        return key.stream().map(KeyColumn::column).toList();
    }

    private static List<String> orders(List<KeyColumn> key) {
        return key.stream().map(KeyColumn::order).toList();
    }

    private String conflict() {
        return ColumnText.conflict(reader);
    }

    private void options() {
        while (!reader.atEnd()) {
            if (reader.accept("WITHOUT", "ROWID")) {
                SqliteOptions.putSwitch(options, SqliteOptions.WITHOUT_ROWID);
            } else {
                reader.expect("STRICT");
                SqliteOptions.putSwitch(options, SqliteOptions.STRICT);
            }
            reader.acceptSign(",");
        }
    }
}
