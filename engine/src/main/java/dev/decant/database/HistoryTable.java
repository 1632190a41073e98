package dev.decant.database;

import dev.decant.model.ObjectName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Where the history is kept, and what the dialect has to say about the tables that keep it.
 *
 * <p>The history writes its tables by itself, in the dialect's syntax and with these types; the dialect only prepares their place. All
 * tables stand beside each other, see {@link #tables()}, and an inspector leaves all of them out.
 *
 * @param name the table of migrations
 * @param prepare the statements that make the place for the tables (a namespace), which do no harm when it is there already
 * @param existence a query that yields a row when the table of migrations is there, and no row when it is not
 * @param types the types of its columns
 */
public record HistoryTable(ObjectName name, List<String> prepare, String existence, ColumnTypes types) {
    /** Copies the statements. */
    public HistoryTable {
        prepare = List.copyOf(prepare);
    }

    /** The table of what was begun and what was finished inside of migrations. */
    public ObjectName steps() {
        return name.withLocal(name.local() + "_step");
    }

    /** The table that says in which layout these tables are. */
    public ObjectName layout() {
        return name.withLocal(name.local() + "_layout");
    }

    /** The table of what failed and what people decided. */
    public ObjectName remarks() {
        return name.withLocal(name.local() + "_remark");
    }

    /** The table of the lock that is used where a lock of a session cannot be. */
    public ObjectName lease() {
        return name.withLocal(name.local() + "_lease");
    }

    /** The table of files that are no migrations by themselves. */
    public ObjectName scripts() {
        return name.withLocal(name.local() + "_script");
    }

    /** All tables of the history. */
    public List<ObjectName> tables() {
        return List.of(name, steps(), layout(), remarks(), lease(), scripts());
    }

    /**
     * The types that the history needs, as they are written in CREATE TABLE.
     *
     * @param key text that can be part of a primary key: {@code text}, {@code varchar(255)}
     * @param text text of any length
     * @param number a whole number of 64 bits
     * @param instant a moment, at least to the millisecond
     * @param instantIsText whether a moment is kept as text (ISO 8601, UTC), and not as what JDBC calls an {@code OffsetDateTime}
     */
    public record ColumnTypes(String key, String text, String number, String instant, boolean instantIsText) {
        /** A moment as it is bound to a parameter. */
        public Object stored(Instant instant) {
            return instantIsText ? instant.toString() : instant.atOffset(ZoneOffset.UTC);
        }

        /** A moment as it stands in a row. */
        public Instant instant(ResultSet row, String column) throws SQLException {
            return instantIsText
                    ? Instant.parse(row.getString(column))
                    : row.getObject(column, OffsetDateTime.class).toInstant();
        }
    }
}
