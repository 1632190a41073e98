package dev.decant.postgresql.table;

import static dev.decant.postgresql.sql.PostgresqlText.name;
import static dev.decant.postgresql.sql.PostgresqlText.sql;
import static dev.decant.postgresql.sql.PostgresqlText.statement;

import dev.decant.dialect.Statement;
import dev.decant.model.Column;
import dev.decant.model.Fill;
import dev.decant.model.ObjectName;
import dev.decant.model.SchemaView;
import dev.decant.model.ownership.Ownership;
import dev.decant.postgresql.sql.PostgresqlLocks;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The new sequence of a column in a table of another role: only one that belongs to the same role can become the column's
 * (process_owned_by in src/backend/commands/sequence.c).
 */
final class PostgresqlSequenceOwners {
    private PostgresqlSequenceOwners() {}

    /**
     * Statements in which the sequence is given to that role as soon as it is there.
     *
     * @param column what the column is in the end
     * @param statements those that make it so, and may make the sequence
     */
    static List<Statement> alike(ObjectName table, Column column, SchemaView state, List<Statement> statements) {
        if (!(column.fill() instanceof Fill.Serial serial)) {
            return statements;
        }
        String create = PostgresqlSerials.create(column, serial).sql();
        return owner(table, state)
                .map(role -> statements.stream()
                        .flatMap(each -> each.sql().equals(create)
                                ? Stream.of(each, given(serial.sequence(), role))
                                : Stream.of(each))
                        .toList())
                .orElse(statements);
    }

    private static Optional<String> owner(ObjectName table, SchemaView state) {
        return state.objects(Ownership.KIND).stream()
                .filter(ownership -> ownership.thing() == Ownership.Thing.TABLE
                        && ownership.name().equals(table))
                .map(Ownership::role)
                .findFirst();
    }

    private static Statement given(ObjectName sequence, String role) {
        return statement(sql("ALTER SEQUENCE")
                        .text(name(sequence))
                        .words("OWNER TO")
                        .name(role))
                .explained(PostgresqlLocks.CATALOGUE);
    }
}
