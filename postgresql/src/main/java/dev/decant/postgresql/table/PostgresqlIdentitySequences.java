package dev.decant.postgresql.table;

import static dev.decant.postgresql.sql.PostgresqlText.name;
import static dev.decant.postgresql.sql.PostgresqlText.sql;
import static dev.decant.postgresql.sql.PostgresqlText.statement;

import dev.decant.dialect.Statement;
import dev.decant.model.Column;
import dev.decant.model.DataType;
import dev.decant.model.Fill;
import dev.decant.model.ObjectName;
import dev.decant.model.SchemaView;
import dev.decant.model.Table;
import dev.decant.postgresql.sql.PostgresqlComments;
import dev.decant.postgresql.sql.PostgresqlLocks;
import dev.decant.postgresql.sql.PostgresqlText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the sequence of an identity column has that the column does not give it: a type of its own, whether it is logged when its table is
 * not, and a comment. All that can be said of it only once it is there.
 */
final class PostgresqlIdentitySequences {
    private PostgresqlIdentitySequences() {}

    /** The type in which an identity column counts. */
    static DataType type(Column column) {
        return Optional.ofNullable(column.options().get(PostgresqlColumnOptions.SEQUENCE_TYPE))
                .map(DataType::of)
                .orElse(column.type());
    }

    /** The column without what is the same in its sequence and in itself or its table. */
    static Column canonical(Table table, Column column) {
        Map<String, String> options = new LinkedHashMap<>(column.options());
        boolean identity = column.fill() instanceof Fill.Identity;
        String usual = persistence(isUnlogged(table));
        options.remove(PostgresqlColumnOptions.SEQUENCE_TYPE, column.type().toString());
        options.remove(PostgresqlColumnOptions.SEQUENCE_PERSISTENCE, usual);
        if (!identity) {
            options.keySet()
                    .removeAll(List.of(
                            PostgresqlColumnOptions.SEQUENCE_TYPE,
                            PostgresqlColumnOptions.SEQUENCE_PERSISTENCE,
                            PostgresqlColumnOptions.SEQUENCE_COMMENT));
        }
        return options.size() == column.options().size() ? column : column.withOptions(options);
    }

    static boolean isUnlogged(Table table) {
        return PostgresqlTableOptions.is(table.options(), PostgresqlTableOptions.UNLOGGED);
    }

    static boolean isUnlogged(ObjectName table, SchemaView state) {
        return state.table(table)
                .filter(PostgresqlIdentitySequences::isUnlogged)
                .isPresent();
    }

    /** How a sequence is kept, as the option says it. */
    static String persistence(boolean unlogged) {
        return unlogged ? "unlogged" : "logged";
    }

    /** What gives the sequence of an identity column its own type, once the column has its own. */
    static List<Statement> retype(ObjectName table, Column before, Column after) {
        if (!(after.fill() instanceof Fill.Identity identity)) {
            return List.of();
        }
        boolean follows =
                !(before.fill() instanceof Fill.Identity) || !before.type().equals(after.type());
        DataType then = follows ? after.type() : type(before);
        DataType now = type(after);
        if (then.equals(now)) {
            return List.of();
        }
        ObjectName sequence = PostgresqlIdentities.sequence(table, after.name(), identity);
        Statement statement = statement(
                        sql("ALTER SEQUENCE").text(name(sequence)).words("AS").text(PostgresqlText.type(now)))
                .explained(PostgresqlLocks.sequence(sequence));
        return List.of(PostgresqlCounting.retyped(statement, sequence, then, now));
    }

    /** What tells users about the sequence of an identity column what they shall be told. */
    static List<Statement> tell(ObjectName table, Column before, Column after) {
        if (!(after.fill() instanceof Fill.Identity identity)) {
            return List.of();
        }
        String then = before.fill() instanceof Fill.Identity ? comment(before) : "";
        String now = comment(after);
        ObjectName sequence = PostgresqlIdentities.sequence(table, after.name(), identity);
        return then.equals(now)
                ? List.of()
                : List.of(PostgresqlComments.on("SEQUENCE", name(sequence), now)
                        .explained(PostgresqlLocks.sequence(sequence)));
    }

    private static String comment(Column column) {
        return column.options().getOrDefault(PostgresqlColumnOptions.SEQUENCE_COMMENT, "");
    }

    /** What makes the sequence of an identity column logged or unlogged, whatever its table is. */
    static List<Statement> keep(ObjectName table, Column before, Column after, SchemaView state) {
        boolean unlogged = isUnlogged(table, state);
        String usual = persistence(unlogged);
        String then = before.fill() instanceof Fill.Identity ? persistence(before, usual) : usual;
        String now = persistence(after, usual);
        return switch (after.fill()) {
            case Fill.Identity identity
            when !then.equals(now) -> List.of(set(PostgresqlIdentities.sequence(table, after.name(), identity), now));
            case Fill.Serial serial
            when unlogged && !(before.fill() instanceof Fill.Serial) -> PostgresqlSerials.likeTable(serial);
            default -> List.of();
        };
    }

    private static String persistence(Column column, String usual) {
        return column.options().getOrDefault(PostgresqlColumnOptions.SEQUENCE_PERSISTENCE, usual);
    }

    /** The same for an identity column that was just made in a table. */
    static List<Statement> finish(ObjectName table, Column column) {
        List<Statement> statements = new ArrayList<>(retype(table, column.withFill(Fill.NOTHING), column));
        persisting(table, column).ifPresent(statements::add);
        statements.addAll(tell(table, column.withFill(Fill.NOTHING), column));
        return statements;
    }

    /** What makes the sequence of an identity column what its table is not, if it shall be that. */
    private static Optional<Statement> persisting(ObjectName table, Column column) {
        Optional<String> given =
                Optional.ofNullable(column.options().get(PostgresqlColumnOptions.SEQUENCE_PERSISTENCE));
        return column.fill() instanceof Fill.Identity identity
                ? given.map(word -> set(PostgresqlIdentities.sequence(table, column.name(), identity), word))
                : Optional.empty();
    }

    /** The identity sequences of a table that are not like it, as they shall be once the table is logged or unlogged. */
    static List<Statement> kept(ObjectName table, SchemaView state) {
        return state.table(table).stream()
                .flatMap(each -> each.columns().stream())
                .flatMap(column -> persisting(table, column).stream())
                .toList();
    }

    private static Statement set(ObjectName sequence, String persistence) {
        return PostgresqlSequences.setUnlogged(sequence, persistence.equals(persistence(true)));
    }
}
