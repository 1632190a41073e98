package dev.decant.history;

import dev.decant.database.HistoryTable;
import dev.decant.database.HistoryTable.ColumnTypes;
import dev.decant.model.ObjectName;
import dev.decant.sql.Sql;
import dev.decant.sql.Syntax;
import java.util.List;

/**
 * How the tables of the history look: how they are made when there are none, and what brings those of an earlier version of Decant to the
 * next layout. An upgrade only adds, so that the columns of the first layout can be read in all later ones.
 *
 * @param upgrades the first takes layout 1 to layout 2; the layout of today is one more than there are upgrades
 */
record HistoryLayout(List<Upgrade> upgrades) {
    static final HistoryLayout TODAY = new HistoryLayout(List.of(HistoryLayout::remarks, HistoryLayout::scripts));

    static final String ID = "id";
    static final String TITLE = "title";
    static final String PARENTS = "parents";
    static final String STATUS = "status";
    static final String POSITION = "position";
    static final String APPLIED_AT = "applied_at";
    static final String APPLIED_BY = "applied_by";
    static final String DURATION = "duration_millis";
    static final String TOOL_VERSION = "tool_version";
    static final String FINGERPRINT = "fingerprint";
    static final String UP_CHECKSUM = "up_checksum";
    static final String DOWN_SQL = "down_sql";
    static final String CHANGES = "changes";

    static final String MIGRATION = "migration_id";
    static final String DIRECTION = "direction";
    static final String STEP = "step";
    static final String STATEMENT = "statement_no";
    static final String CHECKSUM = "checksum";
    static final String STATE = "state";
    static final String MARKED_AT = "marked_at";

    static final String REMARK_ID = "id";
    static final String KIND = "kind";
    static final String REMARKED_AT = "remarked_at";
    static final String REMARKED_BY = "remarked_by";
    static final String TEXT = "remark";

    static final String NAME = "name";
    static final String TOKEN = "token";
    static final String HOLDER = "holder";
    static final String RENEWED_AT = "renewed_at";

    static final String SCRIPT = "script";

    static final String VERSION = "version";

    /** Takes the tables from one layout to the next. */
    @FunctionalInterface
    interface Upgrade {
        /** The statements that do it. */
        List<String> statements(HistoryTable table, Syntax syntax);
    }

    HistoryLayout {
        upgrades = List.copyOf(upgrades);
    }

    int version() {
        return upgrades.size() + 1;
    }

    static String createLayout(HistoryTable table, Syntax syntax) {
        ColumnTypes types = table.types();
        return create(table.layout(), List.of(new Defined(VERSION, types.number())), List.of(VERSION), syntax);
    }

    static String createSteps(HistoryTable table, Syntax syntax) {
        ColumnTypes types = table.types();
        List<Defined> columns = List.of(
                new Defined(MIGRATION, types.key()),
                new Defined(DIRECTION, types.key()),
                new Defined(STEP, types.key()),
                new Defined(STATEMENT, types.number()),
                new Defined(CHECKSUM, types.text()),
                new Defined(STATE, types.text()),
                new Defined(MARKED_AT, types.instant()));
        return create(table.steps(), columns, List.of(MIGRATION, DIRECTION, STEP, STATEMENT), syntax);
    }

    /** The statement that comes last, since by this table one knows that all is there. */
    static String createMigrations(HistoryTable table, Syntax syntax) {
        ColumnTypes types = table.types();
        List<Defined> columns = List.of(
                new Defined(ID, types.key()),
                new Defined(TITLE, types.text()),
                new Defined(PARENTS, types.text()),
                new Defined(STATUS, types.text()),
                new Defined(POSITION, types.number()),
                new Defined(APPLIED_AT, types.instant()),
                new Defined(APPLIED_BY, types.text()),
                new Defined(DURATION, types.number()),
                new Defined(TOOL_VERSION, types.text()),
                new Defined(FINGERPRINT, types.text()),
                new Defined(UP_CHECKSUM, types.text()),
                new Defined(DOWN_SQL, types.text()),
                new Defined(CHANGES, types.text()));
        return create(table.name(), columns, List.of(ID), syntax);
    }

    /** The table of the lease, which is there only where one was needed, and before any other. */
    static String createLease(HistoryTable table, Syntax syntax) {
        ColumnTypes types = table.types();
        List<Defined> columns = List.of(
                new Defined(NAME, types.key()),
                new Defined(TOKEN, types.text()),
                new Defined(HOLDER, types.text()),
                new Defined(RENEWED_AT, types.instant()));
        return create(table.lease(), columns, List.of(NAME), syntax);
    }

    /** From layout 1 to 2: what failed, and what people decided. */
    private static List<String> remarks(HistoryTable table, Syntax syntax) {
        ColumnTypes types = table.types();
        List<Defined> columns = List.of(
                new Defined(REMARK_ID, types.key()),
                new Defined(MIGRATION, types.key()),
                new Defined(KIND, types.key()),
                new Defined(REMARKED_AT, types.instant()),
                new Defined(REMARKED_BY, types.text()),
                new Defined(TEXT, types.text()));
        return List.of(create(table.remarks(), columns, List.of(REMARK_ID), syntax));
    }

    /** From layout 2 to 3: files that are no migrations by themselves. */
    private static List<String> scripts(HistoryTable table, Syntax syntax) {
        ColumnTypes types = table.types();
        List<Defined> columns = List.of(
                new Defined(KIND, types.key()),
                new Defined(NAME, types.key()),
                new Defined(CHECKSUM, types.text()),
                new Defined(APPLIED_AT, types.instant()),
                new Defined(APPLIED_BY, types.text()),
                new Defined(DURATION, types.number()),
                new Defined(TOOL_VERSION, types.text()),
                new Defined(SCRIPT, types.text()));
        return List.of(create(table.scripts(), columns, List.of(KIND, NAME), syntax));
    }

    /** A column and its type. */
    private record Defined(String name, String type) {}

    private static String create(ObjectName table, List<Defined> columns, List<String> key, Syntax syntax) {
        return new Sql(syntax)
                .words("CREATE TABLE IF NOT EXISTS")
                .name(table.schema(), table.local())
                .parenthesized(inside -> inside.commas(
                                columns,
                                (sql, column) -> sql.name(column.name())
                                        .text(column.type())
                                        .words("NOT NULL"))
                        .comma()
                        .words("PRIMARY KEY")
                        .list(key))
                .toString();
    }
}
