package dev.decant.model;

/**
 * A piece of SQL that yields a value, in the canonical text of its dialect.
 *
 * @param sql the text, stripped, never empty
 */
public record Expression(String sql) {
    /** Strips the text; refuses nothing at all. */
    public Expression {
        sql = sql.strip();
        if (sql.isEmpty()) {
            throw new IllegalArgumentException("an expression cannot be empty");
        }
    }

    @Override
    public String toString() {
        return sql;
    }
}
