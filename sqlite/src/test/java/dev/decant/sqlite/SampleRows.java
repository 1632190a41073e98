package dev.decant.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.change.AlterPart;
import dev.decant.change.Change;
import dev.decant.change.DropPart;
import dev.decant.change.DropTable;
import dev.decant.change.RenamePart;
import dev.decant.change.RenameTable;
import dev.decant.model.Column;
import dev.decant.model.Fill;
import dev.decant.model.ObjectName;
import dev.decant.model.PartKind;
import dev.decant.model.Schema;
import dev.decant.model.Table;
import dev.decant.sql.Syntax;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Three rows in every table, with the number of the row in every column, followed through a migration. */
final class SampleRows {
    private static final List<String> NUMBERS = List.of("1.0", "2.0", "3.0");

    private final Schema schema;
    private final Set<Place> places = new LinkedHashSet<>();

    /** A column whose values are known. */
    private record Place(ObjectName table, String column) {}

    SampleRows(Schema schema) {
        this.schema = schema;
        for (Table table : schema.tables().values()) {
            plain(table).forEach(column -> places.add(new Place(table.name(), column.name())));
        }
    }

    private static List<Column> plain(Table table) {
        return table.columns().stream()
                .filter(column -> !(column.fill() instanceof Fill.Generated))
                .toList();
    }

    void fill(Lab lab) throws SQLException {
        for (Table table : schema.tables().values()) {
            List<Column> columns = plain(table);
            String names = columns.stream()
                    .map(column -> Syntax.SQLITE.name(column.name()))
                    .collect(Collectors.joining(", "));
            for (int number = 1; number <= NUMBERS.size(); number++) {
                int row = number;
                String values =
                        columns.stream().map(column -> value(column, row)).collect(Collectors.joining(", "));
                lab.run("INSERT INTO %s (%s) VALUES (%s)"
                        .formatted(Syntax.SQLITE.name(table.name().local()), names, values));
            }
        }
    }

    private static String value(Column column, int number) {
        return column.type().name().local().equals("BLOB") ? "CAST('" + number + "' AS BLOB)" : "'" + number + "'";
    }

    /** All rows of all tables. */
    List<String> content(Lab lab) throws SQLException {
        List<String> content = new ArrayList<>();
        for (Table table : schema.tables().values()) {
            content.addAll(
                    lab.rows("SELECT * FROM " + Syntax.SQLITE.name(table.name().local())));
        }
        return content;
    }

    /** Fails unless every column that is still there has its values. */
    void requireKept(Lab lab, List<Change> changes) throws SQLException {
        changes.forEach(this::follow);
        for (Place place : places) {
            String column = Syntax.SQLITE.name(place.column());
            assertThat(lab.rows("SELECT CAST(CAST(%s AS TEXT) AS REAL) FROM %s ORDER BY 1"
                            .formatted(column, Syntax.SQLITE.name(place.table().local()))))
                    .as(place.toString())
                    .isEqualTo(NUMBERS);
        }
    }

    private void follow(Change change) {
        switch (change) {
            case DropTable drop ->
                places.removeIf(place -> place.table().equals(drop.table().name()));
            case RenameTable rename -> replace(rename.before(), rename.after());
            case DropPart drop
            when drop.part() instanceof Column column -> places.remove(new Place(drop.table(), column.name()));
            case AlterPart alter
            when alter.after() instanceof Column column ->
                alteredColumn(new Place(alter.table(), column.name()), column);
            case RenamePart rename
            when rename.kind() == PartKind.COLUMN -> {
                if (places.remove(new Place(rename.table(), rename.before()))) {
                    places.add(new Place(rename.table(), rename.after()));
                }
            }
            default -> {}
        }
    }

    private void alteredColumn(Place place, Column column) {
        if (column.fill() instanceof Fill.Generated) {
            places.remove(place);
        }
    }

    private void replace(ObjectName before, ObjectName after) {
        List<Place> moved =
                places.stream().filter(place -> place.table().equals(before)).toList();
        moved.forEach(place -> {
            places.remove(place);
            places.add(new Place(after, place.column()));
        });
    }
}
