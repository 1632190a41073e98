package dev.decant.dsl;

import dev.decant.model.PartKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An index of a table class. */
public abstract sealed class Index extends Part permits PgIndex, SqliteIndex {
    private final List<KeyShape> keys;
    private final boolean unique;
    private final String method;
    private Optional<SqlExpression> predicate = Optional.empty();

    Index(String name, boolean unique, String method, List<? extends IndexKey> keys) {
        super(name);
        this.unique = unique;
        this.method = method;
        this.keys = keys.stream().map(IndexKey::shape).toList();
    }

    /** Says what the index was called before. */
    public abstract Index renamedFrom(String... formerNames);

    final void setPredicate(SqlExpression condition) {
        predicate = Optional.of(condition);
    }

    /** Columns kept beside the keys. */
    List<ColumnDraft> included() {
        return List.of();
    }

    boolean hasNullsNotDistinct() {
        return false;
    }

    Map<String, String> storage() {
        return Map.of();
    }

    @Override
    final boolean isRelation() {
        return true;
    }

    @Override
    final PartKind kind() {
        return PartKind.INDEX;
    }

    @Override
    final List<String> usualName(TableDraft table) {
        List<dev.decant.model.Index.Subject> subjects =
                keys.stream().map(key -> key.resolve(table).subject()).toList();
        return UsualWords.ofIndex(subjects, table.namesOf(included()), "idx");
    }

    @Override
    final Optional<dev.decant.model.Index> build(TableDraft table, String name) {
        return Optional.of(new dev.decant.model.Index(
                name,
                keys.stream().map(key -> key.resolve(table)).toList(),
                unique,
                method,
                hasNullsNotDistinct(),
                table.namesOf(included()),
                predicate.map(condition -> condition.resolve(table)),
                storage(),
                comment()));
    }
}
