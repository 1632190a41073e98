package dev.decant.dsl;

import dev.decant.model.FormerName;
import dev.decant.model.PartKind;
import dev.decant.model.Reference;
import dev.decant.model.Table;
import dev.decant.model.TablePart;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Builds one table from its draft. */
final class TableAssembly {
    private final TableDraft draft;
    private final List<BuiltKey> keys = new ArrayList<>();
    private Optional<Table> table = Optional.empty();

    /** A foreign key and the line that declares it. */
    private record BuiltKey(dev.decant.model.Constraint.ForeignKey key, SourceLine line) {}

    TableAssembly(TableDraft draft) {
        this.draft = draft;
    }

    /** The table, unless something is wrong with it, which is reported then. */
    Optional<Table> build() {
        reportSecondPrimaryKey();
        List<TablePart> parts = new ArrayList<>();
        Set<ColumnDraft> keyColumns = draft.keyColumns();
        for (ColumnPlace place : draft.columns().stream()
                .filter(place -> !place.name().isEmpty() && !place.draft().inherited)
                .toList()) {
            draft.attempt(place.draft().origin.line(), () -> column(place, keyColumns))
                    .ifPresent(parts::add);
        }
        for (Part part : draft.parts()) {
            SourceLine line = part.origin().line();
            draft.attempt(line, () -> part.build(draft, draft.nameOf(part)))
                    .flatMap(built -> built)
                    .ifPresent(built -> add(built, line, parts));
        }
        if (draft.definition().problems().isEmpty()) {
            table = draft.attempt(draft.definition().declaredAt(), () -> tableOf(parts));
        }
        return table;
    }

    private void add(TablePart part, SourceLine line, List<TablePart> parts) {
        parts.add(part);
        if (part instanceof dev.decant.model.Constraint.ForeignKey key) {
            keys.add(new BuiltKey(key, line));
        }
    }

    private void reportSecondPrimaryKey() {
        draft.parts().stream()
                .filter(PrimaryKey.class::isInstance)
                .skip(1)
                .forEach(key -> draft.report(
                        key.origin().line(),
                        Problem.CONTRADICTION,
                        draft.name() + " has two primary keys",
                        "write primaryKey(a, b) for a key of several columns"));
    }

    private static dev.decant.model.Column column(ColumnPlace place, Set<ColumnDraft> keyColumns) {
        ColumnDraft column = place.draft();
        boolean nullable = column.nullable && !keyColumns.contains(column);
        return new dev.decant.model.Column(
                place.name(),
                column.type,
                nullable,
                column.fill(place),
                column.collation,
                column.options,
                column.comment);
    }

    private Table tableOf(List<TablePart> parts) {
        List<dev.decant.model.Column> columns = new ArrayList<>();
        List<dev.decant.model.Constraint> constraints = new ArrayList<>();
        List<dev.decant.model.Index> indexes = new ArrayList<>();
        for (TablePart part : parts) {
            switch (part) {
                case dev.decant.model.Column column -> columns.add(column);
                case dev.decant.model.Constraint constraint -> constraints.add(constraint);
                case dev.decant.model.Index index -> indexes.add(index);
            }
        }
        Columns definition = draft.definition();
        String comment = Annotations.commentOf(definition.getClass());
        return new Table(
                draft.name(),
                columns,
                constraints,
                indexes,
                definition.lineage(draft.targets()),
                definition.options(),
                comment);
    }

    /** Reports what the table points at and what is not there. */
    void check(LooseEnds looseEnds) {
        for (ColumnPlace place : draft.columns()) {
            looseEnds
                    .ofType(place.draft().type)
                    .ifPresent(what -> draft.report(
                            place.draft().origin.line(),
                            Problem.DANGLING,
                            place.title() + " " + what,
                            "declare the type, or write the name of an extension's type without its namespace"));
        }
        for (BuiltKey built : keys) {
            looseEnds
                    .ofKey(built.key())
                    .ifPresent(what -> draft.report(
                            built.line(),
                            Problem.DANGLING,
                            "the foreign key %s of %s %s".formatted(built.key().name(), draft.name(), what),
                            "make the columns that it points at unique"));
        }
    }

    /** Where the table and its parts are declared. */
    Map<Reference, DeclaredAt> places() {
        Map<Reference, DeclaredAt> places = new HashMap<>();
        places.put(
                new Reference.ToTable(draft.name()),
                DeclaredAt.of(draft.definition().getClass()));
        for (ColumnPlace place : draft.columns()) {
            places.put(new Reference.ToColumn(draft.name(), place.name()), draft.declared(place.draft()));
        }
        for (Part part : draft.parts()) {
            places.put(new Reference.ToPart(draft.name(), part.kind(), draft.nameOf(part)), draft.declared(part));
        }
        return places;
    }

    /** What the table and its parts were called before. */
    List<FormerName> formerNames() {
        List<FormerName> names = new ArrayList<>();
        Annotations.formerNamesOf(draft.definition().getClass())
                .forEach(former -> names.add(new FormerName(new Reference.ToTable(draft.name()), former)));
        for (ColumnPlace place : draft.columns()) {
            Reference column = new Reference.ToColumn(draft.name(), place.name());
            place.draft().formerNames.forEach(former -> names.add(new FormerName(column, former)));
        }
        for (Part part : draft.parts()) {
            PartKind kind = part.kind();
            Reference reference = new Reference.ToPart(draft.name(), kind, draft.nameOf(part));
            part.formerNames().forEach(former -> names.add(new FormerName(reference, former)));
        }
        return names;
    }
}
