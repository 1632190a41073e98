package dev.decant.database.browsing;

import dev.decant.model.ObjectName;
import dev.decant.sql.Lexer;
import dev.decant.sql.Syntax;
import dev.decant.sql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A statement with its values apart, in the making. */
public final class BoundSqlBuilder {
    private final Syntax syntax;
    private final StringBuilder sql = new StringBuilder();
    private final StringBuilder numbered = new StringBuilder();
    private final StringBuilder text = new StringBuilder();
    private final List<@Nullable String> values = new ArrayList<>();

    /** An empty statement. */
    public BoundSqlBuilder(Syntax syntax) {
        this.syntax = syntax;
    }

    /** Adds words that are ours, with a blank before them unless one is there or nothing is. */
    public BoundSqlBuilder words(String words) {
        return glue(" ").add(words);
    }

    /** Adds words that are ours, as they are. */
    public BoundSqlBuilder add(String words) {
        sql.append(words);
        numbered.append(words);
        text.append(words);
        return this;
    }

    /** Adds words that only the server is to see. */
    public BoundSqlBuilder hidden(String words) {
        sql.append(words);
        return this;
    }

    /** Adds words for the server, and what people read in their place. */
    public BoundSqlBuilder add(String words, String read) {
        sql.append(words);
        text.append(read);
        return this;
    }

    /** Adds a name, quoted where it must be. */
    public BoundSqlBuilder name(String local) {
        return add(syntax.name(local));
    }

    /** Adds a name with its namespace. */
    public BoundSqlBuilder name(ObjectName name) {
        return add(syntax.name(name.schema(), name.local()));
    }

    /** Adds names with commas between. */
    public BoundSqlBuilder names(List<String> names) {
        return add(names.stream().map(syntax::name).collect(Collectors.joining(", ")));
    }

    /**
     * Adds a value.
     *
     * @param type what it is cast to, as the database writes it
     */
    public BoundSqlBuilder value(@Nullable String value, String type) {
        values.add(value);
        sql.append("CAST(? AS ").append(type).append(')');
        numbered.append('$').append(values.size());
        text.append(value == null ? "NULL" : syntax.literal(value));
        return this;
    }

    /** Adds a statement with its values. */
    public BoundSqlBuilder add(BoundSql part) {
        values.addAll(part.values());
        sql.append(part.sql());
        numbered.append(part.numbered());
        text.append(part.text());
        return this;
    }

    /** Adds an expression that somebody typed; the server sees it as one line of its own, so that no comment in it hides what follows. */
    public BoundSqlBuilder typed(String expression) {
        sql.append('\n');
        for (Token token : Lexer.tokens(expression, syntax)) {
            // The driver takes a question mark for a place of a value, and two for one.
            boolean operator = token.kind() == Token.Kind.OPERATOR || token.kind() == Token.Kind.OTHER;
            sql.append(operator ? token.text().replace("?", "??") : token.text());
        }
        sql.append('\n');
        numbered.append(expression.strip());
        text.append(expression.strip());
        return this;
    }

    private BoundSqlBuilder glue(String blank) {
        if (!sql.isEmpty()
                && !Character.isWhitespace(sql.charAt(sql.length() - 1))
                && sql.charAt(sql.length() - 1) != '(') {
            add(blank);
        }
        return this;
    }

    /** The statement. */
    public BoundSql build() {
        return new BoundSql(sql.toString(), values, numbered.toString(), text.toString());
    }
}
