package dev.decant.sql;

import java.util.Collection;
import java.util.Iterator;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Writes one statement so that the code reads like the SQL it makes.
 *
 * <p>Pieces are parted by one space where SQL wants one; names are quoted when they need it. Not thread-safe; each
 * method changes this object and returns it.
 */
public final class Sql {
    private static final String INDENT = "    ";

    private final Syntax syntax;
    private final StringBuilder text = new StringBuilder();
    private int depth;
    private boolean glued = true;

    public Sql(Syntax syntax) {
        this.syntax = syntax;
    }

    /** Keywords, as they are. */
    public Sql words(String words) {
        return append(words);
    }

    /** Keywords, as they are, if the condition holds. */
    public Sql when(boolean condition, String words) {
        return condition ? words(words) : this;
    }

    /** More of the statement, if the condition holds. */
    public Sql when(boolean condition, Consumer<Sql> more) {
        if (condition) {
            more.accept(this);
        }
        return this;
    }

    /** A name, quoted if it needs it. */
    public Sql name(String local) {
        return append(syntax.name(local));
    }

    /** A name in a schema; an empty schema is left away. */
    public Sql name(String schema, String local) {
        return append(syntax.name(schema, local));
    }

    /** Names in parentheses: {@code (id, "order")}. */
    public Sql list(Collection<String> names) {
        return list(names, Sql::name);
    }

    /** Anything in parentheses, with commas between. */
    public <T> Sql list(Collection<T> elements, BiConsumer<Sql, T> write) {
        return parenthesized(inside -> inside.commas(elements, write));
    }

    /** Anything with commas between. */
    public <T> Sql commas(Collection<T> elements, BiConsumer<Sql, T> write) {
        Iterator<T> rest = elements.iterator();
        while (rest.hasNext()) {
            write.accept(this, rest.next());
            if (rest.hasNext()) {
                comma();
            }
        }
        return this;
    }

    /** Anything in parentheses, one element a line, each a level deeper: the body of CREATE TABLE. */
    public <T> Sql lines(Collection<T> elements, BiConsumer<Sql, T> write) {
        if (elements.isEmpty()) {
            return append("()");
        }
        append("(");
        depth++;
        Iterator<T> rest = elements.iterator();
        while (rest.hasNext()) {
            newLine();
            write.accept(this, rest.next());
            if (rest.hasNext()) {
                comma();
            }
        }
        depth--;
        newLine();
        return append(")");
    }

    /** Anything in parentheses. */
    public Sql parenthesized(Consumer<Sql> inside) {
        open();
        inside.accept(this);
        return close();
    }

    /** The text of an expression in parentheses. */
    public Sql parenthesized(String expression) {
        return parenthesized(inside -> inside.text(expression));
    }

    /** A call, the parenthesis right behind the name: {@code nextval('s')}; the name is written as it is. */
    public Sql call(String function, Consumer<Sql> arguments) {
        append(function);
        glued = true;
        return parenthesized(arguments);
    }

    /** Text that is SQL already: an expression, a type, a query. Several lines stay as they are. */
    public Sql text(String sql) {
        return append(sql);
    }

    /** A string literal. */
    public Sql literal(String string) {
        return append(syntax.literal(string));
    }

    /** A number. */
    public Sql literal(long number) {
        return append(Long.toString(number));
    }

    /** The text of a function's or block's body as a literal, dollar-quoted where the dialect can. */
    public Sql body(String body) {
        return append(syntax.body(body));
    }

    /** A comma right behind what stands there. */
    public Sql comma() {
        text.append(',');
        return this;
    }

    /** A sign with nothing before or behind it: {@code ::}, {@code .}, {@code =} in a storage parameter. */
    public Sql joined(String sign) {
        text.append(sign);
        glued = true;
        return this;
    }

    /** A new line at the present depth. */
    public Sql newLine() {
        text.append('\n').append(INDENT.repeat(depth));
        glued = true;
        return this;
    }

    /** The syntax it writes in. */
    public Syntax syntax() {
        return syntax;
    }

    /** The statement with its semicolon, as it stands in a script. */
    public String end() {
        return text + ";";
    }

    /** The statement without a semicolon, as it is given to a server. */
    @Override
    public String toString() {
        return text.toString();
    }

    private void open() {
        append("(");
        glued = true;
    }

    private Sql close() {
        text.append(')');
        glued = false;
        return this;
    }

    private Sql append(String piece) {
        if (piece.isEmpty()) {
            return this;
        }
        if (!glued) {
            text.append(' ');
        }
        text.append(piece);
        glued = false;
        return this;
    }
}
