package dev.decant.studio.connection;

import dev.decant.database.Scope;
import dev.decant.database.browsing.Browsing;
import dev.decant.database.browsing.Catalogue;
import dev.decant.database.browsing.Relation;
import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import dev.decant.failure.Suggestions;
import dev.decant.model.ObjectName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What can be looked at in one database: its catalogue, kept for a moment, and how its rows are asked for. */
public final class Browser {
    private static final Duration KEPT = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** A catalogue and when it was read. */
    private record Read(Catalogue catalogue, Instant at) {}

    private final Sessions sessions;
    private final Browsing browsing;
    private final Scope scope;
    private final Map<ObjectName, Relation> seen = new ConcurrentHashMap<>();
    private volatile @Nullable Read last;

    Browser(Sessions sessions, Scope scope) {
        this.sessions = sessions;
        this.scope = scope;
        this.browsing = sessions.target().database().browsing().orElseThrow(() -> unknown(sessions));
    }

    private static DecantException unknown(Sessions sessions) {
        String dialect = sessions.target().url().dialect();
        return Failure.of("DCT-706", "the studio does not know how rows are looked at in " + dialect)
                .at(sessions.target().display())
                .next("its changes and migrations can be used all the same")
                .exception();
    }

    /** How rows are asked for. */
    public Browsing browsing() {
        return browsing;
    }

    private Reading reading() {
        return new Reading(sessions, browsing.readOnly());
    }

    /** What there is right now. */
    public Catalogue fresh() {
        Catalogue all = reading().in(PATIENCE, browsing::catalogue);
        Catalogue inside = new Catalogue(
                all.namespaces().stream().filter(scope::includes).toList(),
                all.relations().stream().filter(this::isSeen).toList(),
                all.enums());
        last = new Read(inside, Instant.now());
        return inside;
    }

    private boolean isSeen(Relation relation) {
        return scope.includes(relation.name().schema()) && scope.includesTable(relation.name());
    }

    /** What there was a moment ago, or is. */
    public Catalogue catalogue() {
        Read read = last;
        return read != null && read.at().plus(KEPT).isAfter(Instant.now()) ? read.catalogue() : fresh();
    }

    /** Says that something may have changed. */
    public void forget() {
        last = null;
        seen.clear();
    }

    /**
     * A relation as it is right now.
     *
     * @throws DecantException DCT-710 when there is none of that name
     */
    public Relation relation(String schema, String table) {
        ObjectName name = ObjectName.of(schema, table);
        Relation relation = reading()
                .in(PATIENCE, connection -> browsing.relation(connection, name))
                .filter(this::isSeen)
                .orElseThrow(() -> unknown(name));
        seen.put(name, relation);
        return relation;
    }

    /** A relation as it was when its first rows were read. */
    public Relation relationSeen(String schema, String table) {
        Relation relation = seen.get(ObjectName.of(schema, table));
        return relation == null ? relation(schema, table) : relation;
    }

    private DecantException unknown(ObjectName name) {
        List<String> names =
                fresh().relations().stream().map(each -> each.name().local()).toList();
        return Failure.of("DCT-710", "there is no table or view " + name)
                .next(Suggestions.advice(name.local(), names))
                .exception();
    }
}
