package dev.decant.emit;

import dev.decant.dsl.DeclaredAt;
import dev.decant.dsl.Naming;
import dev.decant.model.Column;
import dev.decant.model.ObjectName;
import dev.decant.model.PartKind;
import dev.decant.model.Reference;
import dev.decant.model.Table;
import dev.decant.model.TablePart;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The fields of a table's class: one a column, and one a constraint or index that does not stand with a column. */
final class TableFields {
    /** A constructor has 65535 bytes of code: section 4.7.3 of the Java Virtual Machine Specification. A column takes some 60 at most. */
    static final int COLUMNS_OF_A_CLASS = 500;

    private final ObjectName table;
    private final ExistingCode existing;
    private final boolean grouped;
    private final Map<String, ObjectName> inherited;
    private final FreeIdentifiers free = FreeIdentifiers.ofFields();
    private final Map<String, String> columns = new HashMap<>();
    private final Map<TablePart, String> parts = new HashMap<>();

    /**
     * Names the fields.
     *
     * @param inherited the columns that the class declares as those of parents, each with the table that has it
     * @param taken names that no field may have
     */
    TableFields(Table table, Map<String, ObjectName> inherited, ExistingCode existing, List<String> taken) {
        this.inherited = inherited;
        this.table = table.name();
        this.existing = existing;
        this.grouped = table.columns().size() > COLUMNS_OF_A_CLASS
                && existing.at(new Reference.ToTable(table.name())).isEmpty();
        free.take(taken);
        existing.fieldsOf(table.name()).forEach(free::take);
        nameColumns(table);
        inherited.keySet().forEach(this::nameInherited);
        PartNames names = new PartNames(table, this);
        Stream.concat(table.constraints().stream(), table.indexes().stream()).forEach(part -> namePart(part, names));
    }

    /** Columns that can be called as they are come first, so that no other takes that from them. */
    private void nameColumns(Table of) {
        for (Column column : of.columns()) {
            existing.at(new Reference.ToColumn(table, column.name()))
                    .map(place -> String.join(".", place.path()))
                    .ifPresent(path -> columns.put(column.name(), path));
        }
        for (int i = 0; i < of.columns().size(); i++) {
            String name = of.columns().get(i).name();
            if (Naming.snakeCase(wanted(name)).equals(name) && !columns.containsKey(name) && free.take(wanted(name))) {
                columns.put(name, group(i) + wanted(name));
            }
        }
        for (int i = 0; i < of.columns().size(); i++) {
            String name = of.columns().get(i).name();
            if (!columns.containsKey(name)) {
                columns.put(name, group(i) + free.free(wanted(name)));
            }
        }
    }

    private void nameInherited(String column) {
        String name = existing.at(new Reference.ToColumn(table, column))
                .map(place -> String.join(".", place.path()))
                .orElseGet(() -> free.free(wanted(column)));
        columns.put(column, name);
    }

    /** The columns that the class declares as those of parents, each with the table that has it by itself. */
    Map<String, ObjectName> inherited() {
        return inherited;
    }

    private static String wanted(String column) {
        return Identifiers.field(column, "column");
    }

    private String group(int column) {
        return grouped ? groupOf(column) + "." : "";
    }

    /** The group in which the columns of a table stand that are too many for one class. */
    static String groupOf(int column) {
        return "part" + (column / COLUMNS_OF_A_CLASS + 1);
    }

    private void namePart(TablePart part, PartNames names) {
        PartKind kind = part.partKind();
        String name = existing.at(new Reference.ToPart(table, kind, part.name()))
                .filter(place -> !place.inline())
                .map(DeclaredAt::field)
                .orElseGet(() -> free.free(names.wanted(part)));
        parts.put(part, name);
    }

    /** A name for a field of the class that stands for something else than its columns, constraints and indexes. */
    String free(String wanted) {
        return free.free(wanted);
    }

    /** Whether the columns stand in groups. */
    boolean isGrouped() {
        return grouped;
    }

    /** The fields that lead from the table's object to a column. */
    String column(String name) {
        return Objects.requireNonNull(columns.get(name), () -> table + " has no column " + name);
    }

    /** The field of a column itself. */
    String columnField(String name) {
        String path = column(name);
        return path.substring(path.lastIndexOf('.') + 1);
    }

    /** The field of a constraint or index that stands by itself. */
    String part(TablePart part) {
        return Objects.requireNonNull(parts.get(part), () -> table + " has no part " + part.name());
    }
}
