package dev.decant.studio.data;

import dev.decant.codec.Json;
import dev.decant.database.browsing.BoundSql;
import dev.decant.database.browsing.Browsing;
import dev.decant.database.browsing.Relation;
import dev.decant.database.browsing.RelationColumn;
import dev.decant.database.browsing.RelationKey;
import dev.decant.failure.Failure;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row that is found by its key, as text by column: those columns that keys of other tables lead to. */
final class KeyedRow {
    private KeyedRow() {}

    /** The row; a column without a value is left out, and all are when there is no such row. */
    static Map<String, String> read(Browsing browsing, Connection connection, Relation relation, Json.Fields key)
            throws SQLException {
        List<RelationColumn> columns = relation.referencedBy().stream()
                .map(RelationKey::targetColumns)
                .flatMap(List::stream)
                .distinct()
                .flatMap(name -> relation.column(name).stream())
                .toList();
        if (columns.isEmpty()) {
            return Map.of();
        }
        List<String> identity = relation.rowKey().orElseThrow(() -> noKey(relation));
        List<@Nullable String> values = new ArrayList<>();
        identity.forEach(name -> values.add(RowQuestion.text(key.required(name))));
        return read(connection, columns, browsing.row(relation, columns, identity, values));
    }

    private static Map<String, String> read(Connection connection, List<RelationColumn> columns, BoundSql sql)
            throws SQLException {
        Map<String, String> row = new LinkedHashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(sql.sql())) {
            Binding.bind(statement, sql.values());
            try (ResultSet rows = statement.executeQuery()) {
                if (rows.next()) {
                    for (int i = 0; i < columns.size(); i++) {
                        String value = rows.getString(i + 1);
                        if (value != null) {
                            row.put(columns.get(i).name(), value);
                        }
                    }
                }
            }
        }
        return row;
    }

    static RuntimeException noKey(Relation relation) {
        return Failure.of("DCT-730", relation.readOnlyReason().orElse("nothing tells its rows apart"))
                .at(relation.name().toString())
                .exception();
    }
}
