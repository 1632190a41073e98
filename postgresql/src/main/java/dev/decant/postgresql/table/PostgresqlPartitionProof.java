package dev.decant.postgresql.table;

import dev.decant.model.Column;
import dev.decant.model.Constraint;
import dev.decant.model.Expression;
import dev.decant.model.Lineage;
import dev.decant.model.SchemaView;
import dev.decant.model.Table;
import dev.decant.postgresql.sql.PostgresqlNames;
import dev.decant.postgresql.sql.PostgresqlText;
import dev.decant.sql.Lexer;
import dev.decant.sql.Token;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A check that every row of a table belongs into a partition: where it is validated, attaching the table reads no row of it.
 *
 * <p>Source: the manual's page of ALTER TABLE, ATTACH PARTITION. There is one where the key is a single column without an operator class or a
 * collation of its own, and the bound is a list or a range; a partition of another kind is read when it is attached.
 */
final class PostgresqlPartitionProof {
    private final List<Token> bound;
    private final String column;

    private PostgresqlPartitionProof(List<Token> bound, String column) {
        this.bound = bound;
        this.column = column;
    }

    /**
     * The check for a table that stands by itself and becomes a partition.
     *
     * @param after the table as a partition
     */
    static Optional<Constraint.Check> of(Table after, SchemaView before) {
        Lineage lineage = after.lineage();
        Optional<Table> alone = before.table(after.name()).filter(PostgresqlOnline::isPlain);
        if (!lineage.isPartition() || alone.isEmpty()) {
            return Optional.empty();
        }
        return before.table(lineage.parents().getFirst())
                .filter(parent -> !parent.lineage().isPartition())
                .flatMap(parent -> key(parent)
                        .filter(column -> isSame(column, alone.get(), parent))
                        .flatMap(column -> new PostgresqlPartitionProof(
                                        tokens(lineage.bound().orElseThrow()), column.name())
                                .condition()))
                .map(condition ->
                        Constraint.Check.of(PostgresqlNames.partitionProof(after.name()), new Expression(condition)));
    }

    /** The condition that the rows of a partition fulfil, as far as it is known. */
    static Optional<String> condition(Lineage lineage, Table parent) {
        return key(parent)
                .flatMap(column ->
                        new PostgresqlPartitionProof(tokens(lineage.bound().orElseThrow()), column.name()).condition());
    }

    /** The condition that the rows of a partition by hash fulfil, for which the server has a function. */
    static Optional<String> hashCondition(Lineage lineage, Table parent) {
        List<Token> keys = tokens(parent.lineage().partitioning().orElseThrow());
        List<Token> values = tokens(lineage.bound().orElseThrow());
        // FOR VALUES WITH (modulus 4, remainder 0)
        boolean known = keys.getFirst().isWord("hash")
                && values.size() == 10
                && values.get(4).isWord("modulus")
                && values.get(7).isWord("remainder");
        return known
                ? Optional.of("satisfies_hash_partition(" + PostgresqlText.nameLiteral(parent.name()) + "::regclass, "
                        + values.get(5).text() + ", " + values.get(8).text() + ", "
                        + keys.subList(2, keys.size() - 1).stream()
                                .map(Token::text)
                                .collect(Collectors.joining(" "))
                        + ")")
                : Optional.empty();
    }

    private static boolean isSame(Column key, Table alone, Table parent) {
        return alone.column(key.name())
                .flatMap(own ->
                        parent.column(key.name()).map(column -> column.type().equals(own.type())))
                .orElse(false);
    }

    /** The one column by which a table is divided. */
    private static Optional<Column> key(Table parent) {
        List<Token> tokens = parent.lineage()
                .partitioning()
                .map(PostgresqlPartitionProof::tokens)
                .orElse(List.of());
        boolean plain = tokens.size() == 4
                && (tokens.getFirst().isWord("range") || tokens.getFirst().isWord("list"))
                && tokens.get(1).isSign("(")
                && tokens.get(3).isSign(")");
        return plain
                ? parent.columns().stream()
                        .filter(column -> PostgresqlText.name(column.name())
                                .equals(tokens.get(2).text()))
                        .findFirst()
                : Optional.empty();
    }

    private static List<Token> tokens(Expression expression) {
        return Lexer.code(expression.sql(), PostgresqlText.SYNTAX);
    }

    private Optional<String> condition() {
        String name = PostgresqlText.name(column);
        String there = name + " IS NOT NULL";
        if (!isWords(0, "for", "values")) {
            return Optional.empty();
        }
        if (isWords(2, "in")) {
            return value(3, bound.size())
                    .filter(values -> bound.stream().noneMatch(token -> token.isWord("null")))
                    .map(values -> there + " AND " + name + " IN (" + values + ")");
        }
        int to = place("to");
        if (!isWords(2, "from") || to < 0) {
            return Optional.empty();
        }
        return value(3, to)
                .flatMap(low -> value(to + 1, bound.size())
                        .map(high ->
                                there + limit(name + " >= ", low, "minvalue") + limit(name + " < ", high, "maxvalue")));
    }

    private static String limit(String comparison, String value, String none) {
        return value.equalsIgnoreCase(none) ? "" : " AND " + comparison + value;
    }

    private boolean isWords(int from, String... words) {
        for (int i = 0; i < words.length; i++) {
            if (bound.size() <= from + i || !bound.get(from + i).isWord(words[i])) {
                return false;
            }
        }
        return true;
    }

    private int place(String word) {
        for (int i = 3; i < bound.size(); i++) {
            if (bound.get(i).isWord(word)) {
                return i;
            }
        }
        return -1;
    }

    /** What stands between the parentheses that begin and end here; the database writes constants only. */
    private Optional<String> value(int from, int end) {
        boolean closed = end - from > 2
                && bound.get(from).isSign("(")
                && bound.get(end - 1).isSign(")");
        return closed
                ? Optional.of(bound.subList(from + 1, end - 1).stream()
                        .map(Token::text)
                        .collect(Collectors.joining(" "))
                        .replace(" ,", ","))
                : Optional.empty();
    }
}
