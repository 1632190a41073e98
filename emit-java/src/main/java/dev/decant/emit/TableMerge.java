package dev.decant.emit;

import dev.decant.dsl.DeclaredAt;
import dev.decant.emit.ClassEdits.ClassEdit;
import dev.decant.model.Column;
import dev.decant.model.Constraint;
import dev.decant.model.Index;
import dev.decant.model.PartKind;
import dev.decant.model.Table;
import dev.decant.model.TablePart;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Changes the class of a table where it says something else than the table is; what it says by itself stays. */
final class TableMerge {
    private final FileEdit file;
    private final ParsedClass type;
    private final Table there;
    private final Table wanted;
    private final Placement placement;
    private final ClassEdits classes;
    private final Set<TablePart> renamed = new HashSet<>();

    TableMerge(ClassEdit edit, Table there, Table wanted, ExistingCode existing, ClassEdits classes) {
        this.file = edit.file();
        this.type = edit.type();
        this.there = there;
        this.wanted = wanted;
        this.placement = new Placement(
                there, wanted, existing, new Inlining(wanted, file.code().usual()));
        this.classes = classes;
    }

    /** Notes the changes. */
    void run() {
        if (!there.comment().equals(wanted.comment())) {
            file.annotate(type, wanted.comment());
        }
        if (!there.traits().equals(wanted.withComment(there.comment()).traits())) {
            file.annotate(type, wanted);
        }
        removeColumns();
        wanted.columns().forEach(this::mergeColumn);
        insertInherited();
        renameParts();
        parts(there).forEach(this::removePart);
        List<Member> added = new ArrayList<>();
        parts(wanted).forEach(part -> mergePart(part, added));
        insertParts(added);
    }

    private static Stream<TablePart> parts(Table table) {
        return Stream.concat(table.constraints().stream(), table.indexes().stream());
    }

    private void removeColumns() {
        for (Column column : there.columns()) {
            if (wanted.column(column.name()).isEmpty()) {
                placement.of(column.name()).ifPresent(place -> remove(place, "the column " + column.name()));
            }
        }
    }

    private void remove(DeclaredAt place, String what) {
        field(place, what + ", which the table does not have,").ifPresent(file::remove);
    }

    /** The field at a place, unless only a person can change it, who is told then. */
    private Optional<ParsedField> field(DeclaredAt place, String what) {
        Optional<ParsedField> field = file.type(place.className())
                .flatMap(found -> found.field(place.field()))
                .filter(ParsedField::alone)
                .filter(found -> found.valueStart() < found.valueEnd());
        if (!placement.isOwn(place)) {
            String group = place.className().substring(place.className().lastIndexOf('.') + 1);
            byHand(what + " comes from " + group, "change " + group + ", or declare it in " + type.simpleName());
            return Optional.empty();
        }
        if (field.isEmpty()) {
            byHand(what + " is not made where its field is declared", "change it in " + type.simpleName());
        }
        return field;
    }

    private void byHand(String what, String next) {
        classes.byHand(wanted.name().toString(), what, next);
    }

    private void mergeColumn(Column column) {
        List<Constraint> inline = placement.inlineWanted(column);
        Optional<DeclaredAt> place = placement.of(column.name());
        if (place.isEmpty()) {
            insert(member(column, inline), column);
            return;
        }
        boolean same = there.column(column.name()).equals(Optional.of(column))
                && new HashSet<>(inline).equals(new HashSet<>(placement.inlineThere(column.name())));
        if (!same) {
            field(place.get(), "the column " + column.name() + ", which differs,")
                    .ifPresent(field -> file.replace(field, member(column, inline)));
        }
    }

    private Member member(Column column, List<Constraint> inline) {
        TableFields fields = file.code().names().fieldsOf(wanted.name());
        return new ColumnCode(file.code(), wanted, column, inline).member(fields.columnField(column.name()));
    }

    /** Behind the column before it, else before all. */
    private void insert(Member member, Column column) {
        int at = wanted.columns().indexOf(column);
        Optional<ParsedField> before = wanted.columns().subList(0, at).reversed().stream()
                .flatMap(each -> anchor(each.name()).stream())
                .findFirst();
        Optional<ParsedField> first = wanted.columns().stream()
                .flatMap(each -> anchor(each.name()).stream())
                .min(Comparator.comparingInt(ParsedField::start));
        int place = before.map(ParsedField::end)
                .or(() -> first.map(ParsedField::start))
                .orElse(type.bodyStart());
        file.insert(place, member.text());
    }

    /** Columns of parents that a new part names. */
    private void insertInherited() {
        int place = there.columns().stream()
                .flatMap(column -> anchor(column.name()).stream())
                .map(ParsedField::end)
                .max(Comparator.naturalOrder())
                .orElse(type.bodyStart());
        file.code().names().fieldsOf(wanted.name()).inherited().keySet().stream()
                .filter(column -> placement.of(column).isEmpty())
                .forEach(column -> file.insert(
                        place,
                        TableCode.inheritedMember(file.code(), wanted, column).text()));
    }

    /** The field of the class that brings a column, be it its own or that of a group. */
    private Optional<ParsedField> anchor(String column) {
        return placement
                .of(column)
                .flatMap(place -> type.field(place.path().getFirst()))
                .filter(ParsedField::alone);
    }

    /** A part that has but another name than one that is gone takes its field. */
    private void renameParts() {
        for (TablePart part : parts(wanted).filter(this::isNew).toList()) {
            parts(there)
                    .filter(old -> isGone(old) && old.withName(part.name()).equals(part) && !renamed.contains(old))
                    .filter(old -> placement
                            .of(old)
                            .filter(place -> !place.inline() && placement.isOwn(place))
                            .isPresent())
                    .findFirst()
                    .ifPresent(old -> {
                        renamed.add(old);
                        renamed.add(part);
                        field(placement.of(old).orElseThrow(), old.name())
                                .ifPresent(field -> file.replace(field, member(part)));
                    });
        }
    }

    private boolean isNew(TablePart part) {
        return there.part(part.partKind(), part.name()).isEmpty() && !isInline(part);
    }

    private boolean isInline(TablePart part) {
        return part instanceof Constraint constraint
                && placement.columnOf(constraint).isPresent();
    }

    private boolean isGone(TablePart part) {
        return wanted.part(part.partKind(), part.name()).isEmpty();
    }

    /** A part that is said with a column goes when that is written anew. */
    private void removePart(TablePart part) {
        Optional<DeclaredAt> place = placement.of(part);
        if (!isGone(part) || renamed.contains(part) || place.isEmpty()) {
            return;
        }
        boolean goesWithColumn = place.get().inline() && placement.isOwn(place.get());
        if (!goesWithColumn) {
            remove(place.get(), word(part) + part.name());
        }
    }

    private static String word(TablePart part) {
        return "the " + part.partKind().word() + " ";
    }

    private void mergePart(TablePart part, List<Member> added) {
        PartKind kind = part.partKind();
        Optional<DeclaredAt> place = placement.of(part).filter(found -> !isMovedOut(part, found));
        if (isInline(part) || renamed.contains(part)) {
            return;
        }
        if (place.isEmpty()) {
            added.add(member(part));
        } else if (!there.part(kind, part.name()).map(part::equals).orElse(false)) {
            field(place.get(), word(part) + part.name() + ", which differs,")
                    .ifPresent(field -> file.replace(field, member(part)));
        }
    }

    /** Whether a part was said with a column and can be no longer. */
    private boolean isMovedOut(TablePart part, DeclaredAt place) {
        return place.inline() && placement.isOwn(place) && !isInline(part);
    }

    private Member member(TablePart part) {
        return switch (part) {
            case Column column ->
                throw new IllegalArgumentException("a column is no part of its own: " + column.name());
            case Constraint constraint -> new ConstraintCode(file.code(), wanted).member(constraint);
            case Index index -> new IndexCode(file.code(), wanted).member(index);
        };
    }

    /** Behind the last part that has a field of its own, else behind the columns. */
    private void insertParts(List<Member> members) {
        if (members.isEmpty()) {
            return;
        }
        Optional<ParsedField> lastPart = parts(there)
                .flatMap(part -> placement.of(part).stream())
                .filter(place -> !place.inline() && placement.isOwn(place))
                .flatMap(place -> type.field(place.field()).stream())
                .max(Comparator.comparingInt(ParsedField::end));
        Optional<ParsedField> lastColumn = there.columns().stream()
                .flatMap(column -> anchor(column.name()).stream())
                .max(Comparator.comparingInt(ParsedField::end));
        int place = lastPart.or(() -> lastColumn).map(ParsedField::end).orElse(type.bodyEnd());
        if (lastPart.isEmpty() && !type.fields().isEmpty()) {
            file.insert(place, "\n");
        }
        members.forEach(member -> file.insert(place, member.text()));
    }
}
