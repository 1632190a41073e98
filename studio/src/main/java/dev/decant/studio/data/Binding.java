package dev.decant.studio.data;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives a statement its values, as text of no type: the statement casts them. */
final class Binding {
    private Binding() {}

    static void bind(PreparedStatement statement, List<@Nullable String> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            bind(statement, i + 1, values.get(i));
        }
    }

    static void bind(PreparedStatement statement, int place, @Nullable String value) throws SQLException {
        if (value == null) {
            statement.setNull(place, Types.OTHER);
        } else {
            statement.setObject(place, value, Types.OTHER);
        }
    }
}
