package dev.decant.emit;

import dev.decant.model.Column;
import dev.decant.model.Constraint;
import dev.decant.model.Index;
import dev.decant.model.Table;
import dev.decant.model.TablePart;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a person would call the fields of a table's constraints and indexes: {@code key}, {@code byAuthorAndTitle}, {@code toUsers}. */
final class PartNames {
    private static final int NAMED_KEYS = 3;

    private final Table table;
    private final TableFields fields;

    PartNames(Table table, TableFields fields) {
        this.table = table;
        this.fields = fields;
    }

    /** The name that the field would have if no other had it. */
    String wanted(TablePart part) {
        return switch (part) {
            case Column column -> fields.columnField(column.name());
            case Constraint.PrimaryKey key -> "key";
            case Constraint.Unique unique -> by(unique.columns(), unique.name());
            case Constraint.ForeignKey key ->
                "to" + Identifiers.type(key.target().local(), "Table");
            case Constraint.Check check -> own(check.name(), "check");
            case Constraint.Exclusion exclusion -> own(exclusion.name(), "exclusion");
            case Index index -> by(columns(index), index.name());
        };
    }

    /** The columns of an index that sorts by columns alone. */
    private static List<String> columns(Index index) {
        List<String> columns = new ArrayList<>();
        for (Index.Key key : index.keys()) {
            if (key.subject() instanceof Index.Subject.OfColumn(String column)) {
                columns.add(column);
            }
        }
        return columns.size() == index.keys().size() ? columns : List.of();
    }

    private String by(List<String> columns, String name) {
        if (columns.isEmpty() || columns.size() > NAMED_KEYS) {
            return own(name, "index");
        }
        return columns.stream()
                .map(column -> Identifiers.capital(fields.columnField(column).replaceFirst("_$", "")))
                .collect(Collectors.joining("And", "by", ""));
    }

    /** Its own name without that of its table. */
    private String own(String name, String otherwise) {
        String prefix = table.name().local() + "_";
        String rest =
                name.startsWith(prefix) && name.length() > prefix.length() ? name.substring(prefix.length()) : name;
        return Identifiers.field(rest, otherwise);
    }
}
