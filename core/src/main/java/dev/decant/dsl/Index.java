package dev.decant.dsl;

import dev.decant.model.PartKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An index of a table class. */
public abstract sealed class Index extends Part permits PgIndex, SqliteIndex {
    private static final Pattern CALL = Pattern.compile("\\s*([a-z_][a-z0-9_]*)\\s*\\(.*\\)\\s*", Pattern.DOTALL);

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

    /** Named after its keys and what it keeps beside them, as PostgreSQL does; see ChooseIndexColumnNames in its indexcmds.c. */
    @Override
    final List<String> usualName(TableDraft table) {
        List<String> words = new ArrayList<>();
        for (KeyShape key : keys) {
            words.add(distinctFrom(words, word(key.resolve(table).subject())));
        }
        table.namesOf(included()).forEach(column -> words.add(distinctFrom(words, column)));
        words.add("idx");
        return words;
    }

    private static String distinctFrom(List<String> words, String word) {
        String numbered = word;
        for (int number = 1; words.contains(numbered); number++) {
            numbered = word + number;
        }
        return numbered;
    }

    private static String word(dev.decant.model.Index.Subject subject) {
        return switch (subject) {
            case dev.decant.model.Index.Subject.OfColumn(String column) -> column;
            case dev.decant.model.Index.Subject.OfExpression(dev.decant.model.Expression expression) -> {
                Matcher call = CALL.matcher(expression.sql());
                yield call.matches() ? call.group(1) : "expr";
            }
        };
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
