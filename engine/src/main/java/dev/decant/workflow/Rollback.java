package dev.decant.workflow;

import dev.decant.change.Change;
import dev.decant.change.Changes;
import dev.decant.codec.ChangeCodec;
import dev.decant.codec.JsonReader;
import dev.decant.config.Environment;
import dev.decant.database.Target;
import dev.decant.dialect.Dialect;
import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import dev.decant.failure.Suggestions;
import dev.decant.history.History;
import dev.decant.history.HistoryEntry;
import dev.decant.history.WayBack;
import dev.decant.journal.Scripts;
import dev.decant.model.Schema;
import dev.decant.run.RunListener;
import dev.decant.run.RunResult;
import dev.decant.run.RunSettings;
import dev.decant.run.Runner;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The verb {@code rollback}: takes back what ran last, with what the history keeps; needs no migrations folder. */
public final class Rollback {
    private final Target target;
    private final Environment environment;
    private final Care care;
    private final History history;
    private final Runner runner;
    private final Precautions precautions;
    private final RunListener listener;

    /**
     * Rolls back in a database.
     *
     * @param environment how much care the database asks for
     * @param precautions what is done before
     * @param hooks what runs before and after it
     */
    public Rollback(
            Target target,
            Environment environment,
            Precautions precautions,
            Scripts hooks,
            RunSettings settings,
            RunListener listener) {
        this.precautions = precautions;
        this.listener = listener;
        this.target = target;
        this.environment = environment;
        this.care = new Care(environment, settings.clock());
        this.history = new History(target.database());
        this.runner = new Runner(target.database(), target::connect, settings, listener).hookedBack(hooks);
    }

    /**
     * A migration that would be taken back.
     *
     * @param entry what the history says of it
     * @param downSql what would run
     * @param losses what is gone afterwards, with counts of rows and values; nothing where there are none
     */
    public record Preview(HistoryEntry entry, String downSql, List<String> losses) {
        /** Copies the list. */
        public Preview {
            losses = List.copyOf(losses);
        }
    }

    /** What would be taken back, in this order. */
    public List<Preview> preview(RollbackScope scope) {
        try (Connection connection = target.connect()) {
            List<HistoryEntry> entries = history.read(connection);
            List<HistoryEntry> chosen = chosen(entries, scope);
            return chosen.isEmpty() ? List.of() : previews(entries, chosen, connection);
        } catch (SQLException e) {
            throw target.failure(e);
        }
    }

    /**
     * Takes it back.
     *
     * @param approval whether data may be lost: any text, and the environment's name where it is protected
     * @throws DecisionNeededException when data would be lost and that is not approved
     */
    public RunResult run(RollbackScope scope, Optional<String> approval) {
        List<Preview> previews = preview(scope);
        if (!previews.isEmpty()) {
            requireApproval(previews, approval);
            care.take(precautions, target, listener);
        }
        List<String> ids =
                previews.stream().map(preview -> preview.entry().id()).toList();
        return target.place(() -> runner.rollback(ids));
    }

    private void requireApproval(List<Preview> previews, Optional<String> approval) {
        List<String> losses = previews.stream()
                .flatMap(preview -> preview.losses().stream())
                .distinct()
                .toList();
        if (environment.protectedFromPush()) {
            care.requireApproval(losses, approval);
        } else if (!losses.isEmpty() && approval.isEmpty()) {
            throw new DecisionNeededException(
                    Failure.of("DCT-532", "this would lose data: " + String.join(", ", losses))
                            .at(environment.display())
                            .next("if that is meant: --accept-data-loss"));
        }
    }

    private List<Preview> previews(List<HistoryEntry> entries, List<HistoryEntry> chosen, Connection connection)
            throws SQLException {
        Dialect dialect = target.database().dialect();
        Map<String, WayBack> ways = new HashMap<>();
        Schema state = Schema.EMPTY;
        for (HistoryEntry entry : entries) {
            WayBack way = history.wayBack(connection, entry.id()).orElseThrow();
            ways.put(entry.id(), way);
            state = Changes.apply(changes(entry, way), state, dialect.syntax());
        }
        List<Preview> previews = new ArrayList<>();
        for (HistoryEntry entry : chosen) {
            WayBack way = Optional.ofNullable(ways.get(entry.id())).orElseThrow();
            List<Change> changes = changes(entry, way);
            previews.add(new Preview(
                    entry, way.downSql(), new LossesBack(target, connection).of(entry, way, state, changes)));
            state = Changes.apply(Changes.reverse(changes), state, dialect.syntax());
        }
        return previews;
    }

    private static List<Change> changes(HistoryEntry entry, WayBack way) {
        return ChangeCodec.read(JsonReader.read(way.changes(), "the changes of " + entry.id() + " in the history"));
    }

    private List<HistoryEntry> chosen(List<HistoryEntry> entries, RollbackScope scope) {
        return switch (scope) {
            case RollbackScope.Steps(int count) ->
                entries.reversed().stream().limit(count).toList();
            case RollbackScope.To(String text) ->
                entries.subList(entries.indexOf(named(entries, text)) + 1, entries.size())
                        .reversed();
            case RollbackScope.After(Instant moment) ->
                HistoryEntry.since(moment, entries).reversed();
        };
    }

    private HistoryEntry named(List<HistoryEntry> entries, String text) {
        List<HistoryEntry> meant = Stream.<Predicate<HistoryEntry>>of(
                        entry -> entry.id().equals(text),
                        entry -> entry.title().equals(text),
                        entry -> entry.id().startsWith(text))
                .map(test -> entries.stream().filter(test).toList())
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElseThrow(() -> unknown(entries, text));
        if (meant.size() > 1) {
            throw Failure.of(
                            "DCT-219",
                            "\"" + text + "\" could be " + meant.get(0).id() + " or "
                                    + meant.get(1).id())
                    .at(environment.display())
                    .next("give more of the name")
                    .exception();
        }
        return meant.getFirst();
    }

    private DecantException unknown(List<HistoryEntry> entries, String text) {
        List<String> ids = entries.stream().map(HistoryEntry::id).toList();
        return Failure.of("DCT-527", "there is no migration \"" + text + "\" in the history")
                .at(environment.display())
                .next(Suggestions.advice(text, ids))
                .exception();
    }
}
