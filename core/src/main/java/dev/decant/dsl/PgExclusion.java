package dev.decant.dsl;

import dev.decant.model.Constraint;
import dev.decant.model.Deferral;
import dev.decant.model.PartKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An exclusion constraint of a PostgreSQL table: no two rows answer yes to all of its operators. */
public final class PgExclusion extends Part {
    private record Element(KeyShape key, String operator) {}

    private final List<Element> elements = new ArrayList<>();
    private final List<ColumnDraft> included = new ArrayList<>();
    private final Map<String, String> storage = new LinkedHashMap<>();
    private String method = "gist";
    private Optional<SqlExpression> predicate = Optional.empty();
    private Deferral deferral = Deferral.NOT_DEFERRABLE;

    PgExclusion(String name) {
        super(name);
    }

    /** Uses another access method than {@code gist}. */
    public PgExclusion using(String accessMethod) {
        method = accessMethod;
        return this;
    }

    /** Compares this of two rows by an operator: {@code =}, {@code &&}. */
    public PgExclusion with(IndexKey key, String operator) {
        elements.add(new Element(key.shape(), operator));
        return this;
    }

    /** Is about the rows that satisfy a condition only. */
    public PgExclusion where(String condition) {
        return where(SqlExpression.of(condition));
    }

    /** Is about the rows that satisfy a condition only. */
    public PgExclusion where(SqlExpression condition) {
        predicate = Optional.of(condition);
        return this;
    }

    /** Keeps these columns beside the keys. */
    public PgExclusion include(Column<?>... columns) {
        for (Column<?> column : columns) {
            included.add(column.draft());
        }
        return this;
    }

    /** Sets a storage parameter of its index, or another option of it. */
    public PgExclusion option(String parameter, Object value) {
        storage.put(parameter, value.toString());
        return this;
    }

    /** Is checked at the end of a transaction that asks for it. */
    public PgExclusion deferrable() {
        deferral = Deferral.INITIALLY_IMMEDIATE;
        return this;
    }

    /** Is checked at the end of the transaction. */
    public PgExclusion initiallyDeferred() {
        deferral = Deferral.INITIALLY_DEFERRED;
        return this;
    }

    /** Tells the database's users about the constraint. */
    public PgExclusion comment(String comment) {
        setComment(comment);
        return this;
    }

    /** Says what the constraint was called before. */
    public PgExclusion renamedFrom(String... formerNames) {
        addFormerNames(formerNames);
        return this;
    }

    @Override
    boolean isRelation() {
        return true;
    }

    @Override
    PartKind kind() {
        return PartKind.CONSTRAINT;
    }

    @Override
    List<String> usualName(TableDraft table) {
        return UsualWords.ofIndex(
                elements.stream()
                        .map(element -> element.key().resolve(table).subject())
                        .toList(),
                table.namesOf(included),
                "excl");
    }

    @Override
    Optional<Constraint> build(TableDraft table, String name) {
        return Optional.of(new Constraint.Exclusion(
                name,
                method,
                elements.stream()
                        .map(element ->
                                new Constraint.Exclusion.Element(element.key().resolve(table), element.operator()))
                        .toList(),
                table.namesOf(included),
                predicate.map(condition -> condition.resolve(table)),
                deferral,
                storage,
                comment()));
    }
}
