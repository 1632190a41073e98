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

    /** The mention of a thing by its name, in quotes as the SQL standard has them. */
    public static Expression naming(ObjectName name) {
        String local = quoted(name.local());
        return new Expression(name.schema().isEmpty() ? local : quoted(name.schema()) + "." + local);
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    @Override
    public String toString() {
        return sql;
    }
}
