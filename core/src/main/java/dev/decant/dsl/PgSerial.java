package dev.decant.dsl;

import dev.decant.model.Fill;
import dev.decant.model.SequenceOptions;
import java.util.Optional;

/**
 * A column that counts its rows in PostgreSQL's older form: an integer, a default and a sequence.
 *
 * @param <T> the Java type of its values
 */
public final class PgSerial<T> extends PgColumn<T> {
    PgSerial(ColumnDraft draft, SequenceOptions options) {
        super(draft);
        draft.counts = true;
        draft.fillWith("sequence", place -> new Fill.Serial(place.table().sequenceOf(draft), options));
        notNull();
    }

    /** May be null all the same, as after somebody took the refusal away. */
    public PgSerial<T> nullable() {
        draft().nullable = true;
        return this;
    }

    /** Calls the sequence otherwise than the database would. */
    @Override
    public PgSerial<T> sequenceNamed(String name) {
        draft().sequenceName = Optional.of(name);
        return this;
    }
}
