package dev.decant.dsl;

import dev.decant.failure.DecantException;
import dev.decant.model.ObjectName;
import dev.decant.sql.Syntax;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A table class as it has been read: its name, its columns with theirs, its parts without. */
final class TableDraft {
    private static final List<Class<?>> KINDS = List.of(Column.class, Part.class, Columns.class);

    private final Columns definition;
    private final ObjectName name;
    private final Targets targets;
    private final List<ColumnPlace> columns = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();
    private final Map<ColumnDraft, ColumnPlace> places = new HashMap<>();
    private final Map<Object, DeclaredAt> declared = new HashMap<>();
    private final Map<Part, String> partNames = new HashMap<>();
    private final Map<ColumnDraft, String> sequenceNames = new HashMap<>();

    TableDraft(Columns definition, ObjectName name, Targets targets) {
        this.definition = definition;
        this.name = name;
        this.targets = targets;
        read(definition, List.of());
        columns.sort(Comparator.comparingLong(place -> place.draft().origin.order()));
        parts.sort(Comparator.comparingLong(part -> part.origin().order()));
        reportDuplicates();
    }

    /** Reads the fields of the class or of a group to which this path of fields leads. */
    private void read(Columns holder, List<String> path) {
        for (Fields.Content content : Fields.of(holder, KINDS)) {
            DeclaredAt place = new DeclaredAt(content.declaring().getName(), and(path, content.name()), false);
            switch (content.value()) {
                case Column<?> column -> add(column.draft(), holder, place);
                case Part part -> {
                    parts.add(part);
                    declared.put(part, place);
                }
                case Columns group -> addGroup(group, holder, place);
                default -> throw new IllegalStateException("a field of no known kind: " + content);
            }
        }
    }

    private static List<String> and(List<String> path, String field) {
        return Stream.concat(path.stream(), Stream.of(field)).toList();
    }

    private void add(ColumnDraft column, Columns holder, DeclaredAt at) {
        String columnName = holder.prefix() + column.name.orElseGet(() -> Naming.snakeCase(at.field()));
        ColumnPlace place = new ColumnPlace(this, column, columnName);
        if (places.putIfAbsent(column, place) != null) {
            report(
                    column.origin.line(),
                    Problem.FIELD,
                    "two fields hold the column " + columnName,
                    "make one for each");
            return;
        }
        columns.add(place);
        declared.put(column, at);
        parts.addAll(column.parts);
        column.parts.forEach(part -> declared.put(part, at.asInline()));
    }

    private void addGroup(Columns group, Columns holder, DeclaredAt at) {
        if (group.isTable()) {
            return;
        }
        if (group.includedIn().filter(holder::equals).isEmpty()) {
            report(
                    group.declaredAt(),
                    Problem.FIELD,
                    "the group in the field %s.%s is not included"
                            .formatted(holder.getClass().getSimpleName(), at.field()),
                    "write include(new " + group.getClass().getSimpleName() + "())");
        }
        read(group, at.path());
        definition.reportAll(group);
    }

    private void reportDuplicates() {
        Map<String, ColumnPlace> byName = new HashMap<>();
        for (ColumnPlace place : columns) {
            ColumnPlace earlier = byName.putIfAbsent(place.name(), place);
            if (earlier != null) {
                report(
                        place.draft().origin.line(),
                        Problem.DUPLICATE_COLUMN,
                        "%s has two columns %s, the other at %s"
                                .formatted(
                                        name,
                                        place.name(),
                                        earlier.draft().origin.line()),
                        "give one of them another name with .named(...)");
            }
        }
    }

    /** Reports the names of columns that the database cannot keep. */
    void checkColumnNames() {
        columns.forEach(place ->
                NameRules.check(place.name(), "column", place.draft().origin.line(), definition));
    }

    void report(SourceLine line, String code, String what, String next) {
        definition.report(code, line, what, next);
    }

    /** What can be made of a declaration; when it cannot be, the reason is reported. */
    <T> Optional<T> attempt(SourceLine line, Supplier<T> make) {
        try {
            return Optional.of(make.get());
        } catch (DecantException wrong) {
            report(line, wrong.code(), wrong.what(), wrong.next().orElse("mend the SQL"));
        } catch (IllegalArgumentException refused) {
            report(line, Problem.CONTRADICTION, String.valueOf(refused.getMessage()), "mend the declaration");
        }
        return Optional.empty();
    }

    /** How the table's database writes SQL. */
    Syntax syntax() {
        return definition.database().syntax();
    }

    Columns definition() {
        return definition;
    }

    ObjectName name() {
        return name;
    }

    Targets targets() {
        return targets;
    }

    List<ColumnPlace> columns() {
        return columns;
    }

    List<Part> parts() {
        return parts;
    }

    /** The columns that the primary key names, which refuse nulls by that. */
    Set<ColumnDraft> keyColumns() {
        Set<ColumnDraft> key = new HashSet<>();
        for (Part part : parts) {
            if (part instanceof PrimaryKey primaryKey) {
                key.addAll(primaryKey.columns());
            }
        }
        return key;
    }

    /** The place of one of the table's columns, if it is one. */
    Optional<ColumnPlace> place(ColumnDraft column) {
        return Optional.ofNullable(places.get(column));
    }

    /**
     * The name of one of the table's columns.
     *
     * @throws IllegalArgumentException when it is not one of them
     */
    String nameOf(ColumnDraft column) {
        ColumnPlace place = places.get(column);
        if (place == null) {
            throw new IllegalArgumentException(
                    "the column of %s is in no field of %s".formatted(column.origin.line(), name));
        }
        return place.name();
    }

    List<String> namesOf(List<ColumnDraft> some) {
        return some.stream().map(this::nameOf).toList();
    }

    /** Where a column or a part of the table is declared. */
    DeclaredAt declared(Object columnOrPart) {
        return Objects.requireNonNull(declared.get(columnOrPart), "it is in no field of the table");
    }

    void setName(Part part, String partName) {
        partNames.put(part, partName);
    }

    /** The name that a part has been given. */
    String nameOf(Part part) {
        return Objects.requireNonNull(partNames.get(part), "the part has no name yet");
    }

    void setSequence(ColumnDraft column, String sequence) {
        sequenceNames.put(column, sequence);
    }

    /** The sequence of a serial or identity column. */
    ObjectName sequenceOf(ColumnDraft column) {
        return name.withLocal(Objects.requireNonNull(sequenceNames.get(column), "the sequence has no name yet"));
    }

    /** The name of one of the table's columns as SQL. */
    String quoted(ColumnDraft column) {
        return syntax().name(nameOf(column));
    }
}
