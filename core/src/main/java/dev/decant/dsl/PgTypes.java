package dev.decant.dsl;

import dev.decant.model.DataType;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What the families of types have in common: columns of whatever type. */
abstract sealed class PgTypes extends Columns permits PgNumberTypes {
    PgTypes(Optional<String> schema, Optional<String> name) {
        super(schema, name);
    }

    @Override
    final DatabaseKind database() {
        return DatabaseKind.POSTGRESQL;
    }

    /** A column of any type, as the database spells it. */
    protected final <T> PgColumn<T> raw(String type, Class<T> javaType) {
        return column(DataType.parse(type));
    }

    /**
     * A column that a partition or a child table has from its parent, so that indexes and constraints of its own can name it. A column that
     * is otherwise there, with another default or not null, is declared like any other.
     */
    protected final <T> PgColumn<T> inherited(Column<T> parents) {
        ColumnDraft draft = draft(parents.draft().type);
        draft.inherited = true;
        return new PgColumn<>(draft);
    }

    /** A column of an enum. */
    protected final <E extends Enum<E>> PgColumn<E> enumeration(Class<E> type) {
        ColumnDraft draft = draft(DataType.declared(EnumDeclaration.nameOf(type, database())));
        draft.enumClass = Optional.of(type);
        return new PgColumn<>(draft);
    }

    final <T> PgColumn<T> column(String type, Object... arguments) {
        return column(DataType.of(type, arguments));
    }

    final <T> PgColumn<T> column(DataType type) {
        return new PgColumn<>(draft(type));
    }

    final <T> PgSerial<T> counting(String type, IntegerRange range, UnaryOperator<Numbers> numbers) {
        return new PgSerial<>(
                draft(DataType.of(type)), numbers.apply(new Numbers()).options(range));
    }

    static int positive(int number) {
        return atLeast(1, number);
    }

    static int digits(int number) {
        return atLeast(0, number);
    }

    private static int atLeast(int least, int number) {
        if (number < least) {
            throw new IllegalArgumentException("the argument of a type is at least " + least + ", not " + number);
        }
        return number;
    }
}
