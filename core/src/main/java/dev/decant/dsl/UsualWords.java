package dev.decant.dsl;

import dev.decant.model.Expression;
import dev.decant.model.Index.Subject;
import dev.decant.sql.Expressions;
import dev.decant.sql.Syntax;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words behind the table's name in the names that PostgreSQL itself would give. */
final class UsualWords {
    private static final Pattern CALL = Pattern.compile("\\s*([a-z_][a-z0-9_]*)\\s*\\(.*\\)\\s*", Pattern.DOTALL);

    private UsualWords() {}

    static List<String> ofPrimaryKey() {
        return List.of("pkey");
    }

    static List<String> ofForeignKey(List<String> columns) {
        List<String> words = new ArrayList<>(columns);
        words.add("fkey");
        return words;
    }

    static List<String> ofSequence(String column) {
        return List.of(column, "seq");
    }

    /** A check of one column is named after it, as PostgreSQL does; see AddRelationNewConstraints in its heap.c. */
    static List<String> ofCheck(Expression condition, String table, Collection<String> columns, Syntax syntax) {
        List<String> mentioned = columns.stream()
                .filter(column -> Expressions.mentionsColumn(condition.sql(), table, column, syntax))
                .toList();
        return mentioned.size() == 1 ? List.of(mentioned.getFirst(), "check") : List.of("check");
    }

    /** A unique constraint over columns, and those that it keeps beside them. */
    static List<String> ofUnique(List<String> columns, List<String> included) {
        List<String> words = new ArrayList<>(columns);
        words.addAll(included);
        words.add("key");
        return words;
    }

    /** Named after its keys and what it keeps beside them, as PostgreSQL does; see ChooseIndexColumnNames in its indexcmds.c. */
    static List<String> ofIndex(List<Subject> keys, List<String> included, String ending) {
        List<String> words = new ArrayList<>();
        keys.forEach(key -> words.add(distinctFrom(words, word(key))));
        included.forEach(column -> words.add(distinctFrom(words, column)));
        words.add(ending);
        return words;
    }

    private static String distinctFrom(List<String> words, String word) {
        String numbered = word;
        for (int number = 1; words.contains(numbered); number++) {
            numbered = word + number;
        }
        return numbered;
    }

    private static String word(Subject subject) {
        return switch (subject) {
            case Subject.OfColumn(String column) -> column;
            case Subject.OfExpression(Expression expression) -> {
                Matcher call = CALL.matcher(expression.sql());
                yield call.matches() ? call.group(1) : "expr";
            }
        };
    }
}
