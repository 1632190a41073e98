package dev.decant.postgresql.table;

import dev.decant.change.AlterObject;
import dev.decant.change.AlterTable;
import dev.decant.change.Change;
import dev.decant.dialect.DataCheck;
import dev.decant.failure.Counted;
import dev.decant.model.ObjectName;
import dev.decant.model.view.MaterializedView;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The question whether a server can give what is there another access method: ALTER TABLE, SET ACCESS METHOD, is new in PostgreSQL 15. */
final class PostgresqlAccessMethods {
    private static final String TOO_OLD =
            "SELECT CASE WHEN current_setting('server_version_num')::integer < 150000 THEN 1 ELSE 0 END";

    private PostgresqlAccessMethods() {}

    static List<DataCheck> of(Change change) {
        return switch (change) {
            case AlterTable alter ->
                of(
                        "table",
                        alter.table(),
                        alter.before().options(),
                        alter.after().options());
            case AlterObject(MaterializedView before, MaterializedView after) ->
                of("materialized view", after.name(), before.options(), after.options());
            default -> List.of();
        };
    }

    private static List<DataCheck> of(
            String kind, ObjectName name, Map<String, String> before, Map<String, String> after) {
        String method = PostgresqlTableOptions.ACCESS_METHOD;
        if (before.getOrDefault(method, "").equals(after.getOrDefault(method, ""))) {
            return List.of();
        }
        String rest = " would need another access method: this server has no SET ACCESS METHOD for " + name
                + ", which is new in PostgreSQL 15";
        return List.of(new DataCheck(
                DataCheck.Kind.MISFIT, new Counted(kind + rest, kind + "s" + rest), TOO_OLD, Optional.empty()));
    }
}
