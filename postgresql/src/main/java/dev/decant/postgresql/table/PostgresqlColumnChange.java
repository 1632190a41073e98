package dev.decant.postgresql.table;

import dev.decant.change.AlterPart;
import dev.decant.change.Change;
import dev.decant.change.ConvertColumn;
import dev.decant.model.Column;
import dev.decant.model.Expression;
import dev.decant.model.ObjectName;
import dev.decant.model.SchemaView;
import java.util.Optional;

/**
 * A column that becomes another under its name.
 *
 * @param before the column as it was
 * @param after the column as it is
 * @param using how the values are computed, when it was said; else the server's own way
 */
record PostgresqlColumnChange(Column before, Column after, Optional<Expression> using) {
    /** What a change makes of a column, if it makes another of one. */
    static Optional<PostgresqlColumnChange> of(Change change) {
        return switch (change) {
            case AlterPart(ObjectName table, Column before, Column after) ->
                Optional.of(new PostgresqlColumnChange(before, after, Optional.empty()));
            case ConvertColumn convert ->
                Optional.of(
                        new PostgresqlColumnChange(convert.before(), convert.after(), Optional.of(convert.forward())));
            default -> Optional.empty();
        };
    }

    /** Whether the column gets another type, be it but for its collation. */
    boolean isRetyped() {
        return !before.type().equals(after.type()) || !before.collation().equals(after.collation());
    }

    /** The same without storage and compression where the types, as the schema has them, take neither, or with the usual ones of a domain. */
    PostgresqlColumnChange storable(SchemaView schema) {
        Column from = PostgresqlStorable.in(schema, before);
        Column to = PostgresqlStorable.in(schema, after);
        return new PostgresqlColumnChange(from, PostgresqlStorable.usual(schema, from, to), using);
    }

    /** The same as far as the column goes on taking null. */
    PostgresqlColumnChange withoutNotNull() {
        return new PostgresqlColumnChange(before, after.withNullable(true), using);
    }
}
