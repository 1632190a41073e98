package dev.decant.database.browsing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where one value is. */
public sealed interface CellPlace {
    /** What kind of value it is. */
    RelationColumn column();

    /**
     * In a row that is found by what it has.
     *
     * @param relation where the row is
     * @param column the column
     * @param identity the columns by which the row is found, as a plan of rows names them
     * @param values what they have
     */
    record Keyed(Relation relation, RelationColumn column, List<String> identity, List<@Nullable String> values)
            implements CellPlace {
        /** Copies the lists. */
        public Keyed {
            identity = List.copyOf(identity);
            values = Collections.unmodifiableList(new ArrayList<>(values));
        }
    }

    /**
     * In a row that is counted off, since nothing tells it from others.
     *
     * @param query what gives the rows
     * @param place which of its columns, from 0
     * @param row which of its rows, from 0
     */
    record Counted(Query query, int place, long row) implements CellPlace {
        @Override
        public RelationColumn column() {
            return query.columns().get(place);
        }
    }
}
