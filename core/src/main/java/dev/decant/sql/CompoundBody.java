package dev.decant.sql;

import dev.decant.sql.Token.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The body of a routine, trigger or event of MySQL or MariaDB: blocks, branches and loops, each with its own END.
 *
 * <p>What opens or closes one stands where a statement begins. {@code CASE ... END} elsewhere is an expression, and so
 * are {@code IF(...)} and {@code REPEAT(...)}. BEGIN and END are not reserved: a column may bear the name.
 */
final class CompoundBody implements Body {
    private static final Set<String> ROUTINES = Set.of("PROCEDURE", "FUNCTION", "TRIGGER", "EVENT");
    private static final Set<String> OTHER_OBJECTS =
            Set.of("TABLE", "VIEW", "INDEX", "DATABASE", "SCHEMA", "USER", "ROLE");
    private static final Set<String> OPENERS = Set.of("BEGIN", "IF", "CASE", "LOOP", "WHILE", "REPEAT", "FOR");
    /** Words after which a statement begins. */
    private static final Set<String> STARTERS = Set.of("BEGIN", "ATOMIC", "THEN", "ELSE", "DO", "LOOP", "REPEAT");
    /** Words that end the head of a routine, so that its body may begin. */
    private static final Set<String> HEAD_ENDS =
            Set.of("ROW", "DO", "DETERMINISTIC", "DATA", "SQL", "DEFINER", "INVOKER");

    private enum Level {
        BLOCK,
        EXPRESSION
    }

    private enum Subject {
        UNKNOWN,
        ROUTINE,
        OTHER
    }

    private final Deque<Level> levels = new ArrayDeque<>();
    private Subject subject = Subject.UNKNOWN;
    private String innerStatement = "";
    private boolean handles;
    private @Nullable Token previous;

    @Override
    public void read(Token token, int depth) {
        String word = token.kind() == Kind.WORD ? token.text().toUpperCase(Locale.ROOT) : "";
        if (subject == Subject.UNKNOWN && depth == 0) {
            recognize(word);
        } else if (subject == Subject.ROUTINE && depth == 0) {
            follow(word);
        }
        previous = token;
    }

    @Override
    public boolean isOpen() {
        return !levels.isEmpty();
    }

    private void recognize(String word) {
        if (previous == null) {
            boolean may = word.equals("CREATE") || word.equals("ALTER") || word.equals("BEGIN");
            subject = may ? Subject.UNKNOWN : Subject.OTHER;
        } else if (previousIs("BEGIN")) {
            // BEGIN NOT ATOMIC is a block outside of any routine: MariaDB
            subject = word.equals("NOT") ? Subject.ROUTINE : Subject.OTHER;
            openIf(subject == Subject.ROUTINE, Level.BLOCK);
        } else if (ROUTINES.contains(word)) {
            subject = Subject.ROUTINE;
        } else if (OTHER_OBJECTS.contains(word)) {
            subject = Subject.OTHER;
        }
    }

    private void follow(String word) {
        boolean starts = startsStatement();
        if (starts) {
            innerStatement = word;
            handles = false;
        }
        handles |= innerStatement.equals("DECLARE") && word.equals("HANDLER");
        if (word.equals("END")) {
            close(starts);
        } else if (OPENERS.contains(word) && !previousIs("END")) {
            open(word, starts);
        }
    }

    private void open(String word, boolean starts) {
        boolean begin = word.equals("BEGIN") && (levels.isEmpty() || handles);
        if (starts || begin) {
            levels.push(Level.BLOCK);
        } else {
            openIf(word.equals("CASE"), Level.EXPRESSION);
        }
    }

    private void openIf(boolean condition, Level level) {
        if (condition) {
            levels.push(level);
        }
    }

    /** In REPEAT ... UNTIL x END REPEAT the END does not begin a statement. */
    private void close(boolean starts) {
        boolean expression = levels.peek() == Level.EXPRESSION;
        boolean closes = expression || starts || innerStatement.equals("UNTIL");
        if (closes && !levels.isEmpty()) {
            levels.pop();
            innerStatement = expression ? innerStatement : "";
        }
    }

    private boolean startsStatement() {
        if (previous == null || levels.peek() == Level.EXPRESSION) {
            return false;
        }
        if (levels.isEmpty()) {
            return endsHead(previous);
        }
        return previous.text().equals(";") || previous.isSign(":") || previousIn(STARTERS);
    }

    private boolean endsHead(Token token) {
        return token.isSign(")") || token.isSign(":") || token.kind() == Kind.STRING || previousIn(HEAD_ENDS);
    }

    private boolean previousIs(String word) {
        return previous != null && previous.isWord(word);
    }

    private boolean previousIn(Set<String> words) {
        return previous != null
                && previous.kind() == Kind.WORD
                && words.contains(previous.text().toUpperCase(Locale.ROOT));
    }
}
