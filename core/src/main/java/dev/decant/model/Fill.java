package dev.decant.model;

import java.util.Optional;

/** What a column gets when an insert gives it no value. */
public sealed interface Fill {
    /** No value: the column stays null, or the insert fails. */
    record Nothing() implements Fill {}

    /**
     * The value of an expression.
     *
     * @param value the expression
     */
    record Default(Expression value) implements Fill {}

    /**
     * The next value of a sequence that belongs to the column, in the standard's form.
     *
     * @param always whether an insert may not give a value of its own
     * @param options how the sequence counts
     * @param sequence the sequence's name, which a rename of the table leaves as it was; empty for what the database calls it by itself
     */
    record Identity(boolean always, SequenceOptions options, Optional<ObjectName> sequence) implements Fill {
        /** An identity whose sequence is called as the database does by itself. */
        public Identity(boolean always, SequenceOptions options) {
            this(always, options, Optional.empty());
        }

        /** The same with a sequence of this name. */
        public Identity withSequence(ObjectName name) {
            return new Identity(always, options, Optional.of(name));
        }
    }

    /**
     * The next value of a sequence that belongs to the column, in PostgreSQL's older form: an integer column, a default, a sequence.
     *
     * @param sequence the sequence's name, which a rename of the table leaves as it was
     * @param options how the sequence counts
     */
    record Serial(ObjectName sequence, SequenceOptions options) implements Fill {}

    /** The next free row number, as SQLite and MySQL count in an auto-increment column. */
    record AutoIncrement() implements Fill {}

    /**
     * A value computed from the row's other columns; an insert may not give one.
     *
     * @param value how it is computed
     * @param stored whether it is kept in the row (otherwise computed when read)
     */
    record Generated(Expression value, boolean stored) implements Fill {}

    /** The one instance of {@link Nothing}. */
    Fill NOTHING = new Nothing();
}
