package dev.decant.studio.health;

import dev.decant.codec.FieldsBuilder;
import dev.decant.codec.Json;
import dev.decant.config.PrintPolicy;
import dev.decant.database.Ailment;
import dev.decant.database.LiveSession;
import dev.decant.database.TableSize;
import dev.decant.studio.changes.ChangeList;
import java.util.List;
import java.util.Locale;

/** What a database tells of itself, for the page. */
public final class HealthJson {
    private HealthJson() {}

    /** How big a table is. */
    public static Json.Fields of(TableSize size) {
        FieldsBuilder fields = Json.object()
                .put("schema", size.table().schema())
                .put("name", size.table().local())
                .put("bytes", size.bytes())
                .put("tableBytes", size.tableBytes())
                .put("indexBytes", size.indexBytes())
                .put("estimatedRows", size.rows())
                .put("deadRows", size.deadRows())
                .put("wastedBytes", size.wastedBytes());
        size.vacuumed().ifPresent(moment -> fields.put("lastVacuum", moment.toString()));
        size.analyzed().ifPresent(moment -> fields.put("lastAnalyze", moment.toString()));
        return fields.build();
    }

    /** What a session does; of its statement as much as may be shown. */
    public static Json.Fields of(LiveSession session, PrintPolicy policy) {
        FieldsBuilder fields = Json.object()
                .put("id", session.id())
                .put("user", session.user())
                .put("application", session.application())
                .put("client", session.client())
                .put("state", session.state())
                .put("waiting", session.waiting())
                .put("query", policy.shown(session.query()))
                .put("blockedBy", Json.texts(session.blockedBy()))
                .put("locks", locks(session.locks()));
        session.transaction().ifPresent(time -> fields.put("transactionSeconds", time.toSeconds()));
        session.statement().ifPresent(time -> fields.put("statementSeconds", time.toSeconds()));
        return fields.build();
    }

    private static Json.Items locks(List<LiveSession.Lock> locks) {
        return Json.list(
                locks,
                lock -> Json.object()
                        .put("relation", lock.relation())
                        .put("mode", lock.mode())
                        .put("granted", lock.granted())
                        .build());
    }

    /** What somebody should mend. */
    public static Json.Fields of(Ailment ailment) {
        FieldsBuilder fields = Json.object()
                .put("kind", ailment.kind().name().toLowerCase(Locale.ROOT))
                .put("severity", ailment.severity().name().toLowerCase(Locale.ROOT))
                .put("subject", ailment.subject())
                .put("what", ailment.what())
                .put("why", ailment.why())
                .put("sql", Json.texts(ailment.sql()))
                .put("migration", ailment.migration())
                .put("code", ailment.code());
        ailment.relation().ifPresent(table -> fields.put("relation", ChangeList.json(table)));
        return fields.build();
    }
}
