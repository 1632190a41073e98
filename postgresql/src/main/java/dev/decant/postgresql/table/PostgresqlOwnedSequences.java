package dev.decant.postgresql.table;

import dev.decant.model.Column;
import dev.decant.model.DataType;
import dev.decant.model.Expression;
import dev.decant.model.Fill;
import dev.decant.model.ObjectName;
import dev.decant.model.Reference;
import dev.decant.model.Schema;
import dev.decant.model.SchemaBuilder;
import dev.decant.model.SequenceOptions;
import dev.decant.model.Table;
import dev.decant.model.sequence.Sequence;
import dev.decant.postgresql.sql.PostgresqlNames;
import dev.decant.postgresql.sql.PostgresqlTypes;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Sequences that belong to the column which takes its default from them: that is what a serial column is, by whatever words it was made (the
 * manual's chapter 8.1.4), so it is kept as one. A sequence of another integer type than its column's, with a comment,
 * or logged when the table is not, stands by itself.
 */
public final class PostgresqlOwnedSequences {
    private static final Pattern NEXT_VALUE = Pattern.compile(
            "nextval\\('((?:[^']|'')++)'(?:::(?:pg_catalog\\.)?regclass)?\\)", Pattern.CASE_INSENSITIVE);

    private PostgresqlOwnedSequences() {}

    /** The schema with serial columns in place of such sequences and defaults. */
    static Schema folded(Schema schema) {
        SchemaBuilder folded = schema.toBuilder();
        for (Sequence sequence : schema.objects(Sequence.KIND)) {
            sequence.owner().ifPresent(owner -> fold(sequence, owner, folded));
        }
        return folded.build();
    }

    private static void fold(Sequence sequence, Reference.ToColumn owner, SchemaBuilder schema) {
        Optional<Table> table = schema.view().table(owner.table());
        Optional<Column> column = table.flatMap(holder -> holder.column(owner.column()));
        if (column.isPresent() && isSerial(sequence, column.get(), table.get())) {
            Column serial = column.get().withFill(serial(sequence, column.get()));
            schema.replace(table.get().replacing(serial.name(), serial));
            schema.removeObject(sequence.key());
        }
    }

    private static boolean isSerial(Sequence sequence, Column column, Table table) {
        boolean unlogged = PostgresqlTableOptions.is(table.options(), PostgresqlTableOptions.UNLOGGED);
        return column.fill() instanceof Fill.Default(Expression value)
                && sequence.unlogged() == unlogged
                && isNextOf(value, sequence.name(), table.name())
                && isLikeSerial(sequence, column, table.name());
    }

    /**
     * Whether a sequence is such as {@code serial} makes for a column. Before PostgreSQL 10 a sequence had no type, and those that come from
     * there count in {@code bigint} whatever their column is; and a column that becomes another integer leaves its sequence as it was.
     */
    public static boolean isLikeSerial(Sequence sequence, Column column, ObjectName table) {
        boolean typed = sequence.type().equals(column.type());
        boolean named = sequence.name().equals(PostgresqlNames.serialSequence(table, column.name()));
        return PostgresqlTypes.isInteger(column.type())
                && (typed || named)
                && sequence.comment().isEmpty()
                && type(column, serial(sequence, column).options()).equals(sequence.type());
    }

    /** How a column counts by a sequence that is such as {@code serial} makes: of another type than the column's, the largest value tells. */
    public static Fill.Serial serial(Sequence sequence, Column column) {
        PostgresqlTypes.Range own = PostgresqlTypes.range(sequence.type());
        PostgresqlTypes.Range columns = PostgresqlTypes.range(column.type());
        return new Fill.Serial(
                sequence.name(),
                sequence.options()
                        .explicit(own.smallest(), own.largest())
                        .concise(columns.smallest(), columns.largest()));
    }

    /** The type of the sequence by which a column counts: that whose largest value it may reach, if it says so, and else the column's own. */
    static DataType type(Column column, SequenceOptions options) {
        return options.maximum().isEmpty() || PostgresqlCounting.isDescending(options)
                ? column.type()
                : Stream.of("smallint", "integer", "bigint")
                        .map(DataType::of)
                        .filter(type -> PostgresqlTypes.range(type).largest()
                                == options.maximum().getAsLong())
                        .findFirst()
                        .orElse(column.type());
    }

    private static boolean isNextOf(Expression value, ObjectName sequence, ObjectName table) {
        Matcher matcher = NEXT_VALUE.matcher(value.sql());
        if (!matcher.matches()) {
            return false;
        }
        ObjectName named = ObjectName.parse(matcher.group(1).replace("''", "'"));
        return (named.schema().isEmpty() ? named.inSchema(table.schema()) : named).equals(sequence);
    }
}
