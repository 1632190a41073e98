package dev.decant.postgresql.table;

import static dev.decant.postgresql.sql.PostgresqlText.alterTable;
import static dev.decant.postgresql.sql.PostgresqlText.statement;

import dev.decant.dialect.Statement;
import dev.decant.model.Descent;
import dev.decant.model.ObjectName;
import dev.decant.model.Schema;
import dev.decant.model.SchemaBuilder;
import dev.decant.model.SchemaView;
import dev.decant.model.Table;
import dev.decant.model.trigger.Trigger;
import dev.decant.model.trigger.TriggerLevel;
import dev.decant.model.trigger.TriggerState;
import dev.decant.postgresql.sql.PostgresqlLocks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * In which sessions the trigger of a partitioned table runs on one of its partitions: as on the table, unless an option of the partition
 * says otherwise, whose name is that of the trigger behind {@link PostgresqlTableOptions#TRIGGER}. What is said of a table holds for all
 * of its partitions (the manual's page of ALTER TABLE, ENABLE TRIGGER), so those that are otherwise are made so again.
 */
public final class PostgresqlPartitionTriggers {
    private final SchemaView schema;
    private final Descent descent;

    private PostgresqlPartitionTriggers(SchemaView schema) {
        this.schema = schema;
        this.descent = schema.descent();
    }

    /** What makes the triggers of a partition run as its options say, apart from triggers that are still to come. */
    static List<Statement> alter(
            ObjectName table, Map<String, String> before, Map<String, String> after, SchemaView schema) {
        Set<String> keys = new LinkedHashSet<>(keys(before));
        keys.addAll(keys(after));
        keys.removeIf(key -> Optional.ofNullable(before.get(key)).equals(Optional.ofNullable(after.get(key))));
        if (keys.isEmpty()) {
            return List.of();
        }
        PostgresqlPartitionTriggers triggers = new PostgresqlPartitionTriggers(schema);
        List<Statement> statements = new ArrayList<>();
        for (String key : keys) {
            String trigger = key.substring(PostgresqlTableOptions.TRIGGER.length());
            Optional<TriggerState> usual = triggers.usual(table, trigger);
            Optional<TriggerState> own = state(after, key).filter(state -> usual.isPresent());
            own.or(() -> usual).ifPresent(state -> {
                statements.add(run(table, trigger, state));
                statements.addAll(triggers.below(table, trigger));
            });
        }
        return statements;
    }

    /** What makes a trigger that was just said to run in some sessions run in others again on the partitions that say so. */
    public static List<Statement> below(Trigger trigger, SchemaView schema) {
        return trigger.moment().level() == TriggerLevel.ROW
                ? new PostgresqlPartitionTriggers(schema)
                        .below(trigger.tableName(), trigger.name().local())
                : List.of();
    }

    private List<Statement> below(ObjectName table, String trigger) {
        String key = PostgresqlTableOptions.TRIGGER + trigger;
        return schema.tables().values().stream()
                .filter(child -> child.options().containsKey(key))
                .filter(child -> descent.isDescendant(child.name(), table))
                .sorted(Comparator.comparingInt(
                        child -> descent.ancestors(child.name()).size()))
                .flatMap(child -> state(child.options(), key).map(state -> run(child.name(), trigger, state)).stream())
                .toList();
    }

    /** How the trigger runs on the table that the partition is a part of; nothing when no table above has one of the name. */
    private Optional<TriggerState> usual(ObjectName partition, String trigger) {
        return schema.table(partition).stream()
                .filter(table -> table.lineage().isPartition())
                .flatMap(table -> table.lineage().parents().stream())
                .findFirst()
                .flatMap(parent -> own(parent, trigger)
                        .or(() -> usual(parent, trigger)
                                .map(above -> schema.table(parent)
                                        .flatMap(table ->
                                                state(table.options(), PostgresqlTableOptions.TRIGGER + trigger))
                                        .orElse(above))));
    }

    private Optional<TriggerState> own(ObjectName table, String trigger) {
        return schema.objects(Trigger.KIND).stream()
                .filter(each ->
                        each.tableName().equals(table) && each.name().local().equals(trigger))
                .filter(each -> each.moment().level() == TriggerLevel.ROW)
                .map(Trigger::state)
                .findFirst();
    }

    private static List<String> keys(Map<String, String> options) {
        return options.keySet().stream()
                .filter(key -> key.startsWith(PostgresqlTableOptions.TRIGGER))
                .toList();
    }

    private static Optional<TriggerState> state(Map<String, String> options, String key) {
        return Optional.ofNullable(options.get(key))
                .flatMap(word -> List.of(TriggerState.values()).stream()
                        .filter(state -> word(state).equals(word))
                        .findFirst());
    }

    /** The state as an option says it. */
    public static String word(TriggerState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    /** The statement by which a trigger runs in some sessions. */
    public static Statement run(ObjectName table, String trigger, TriggerState state) {
        String word = switch (state) {
            case ENABLED -> "ENABLE TRIGGER";
            case DISABLED -> "DISABLE TRIGGER";
            case REPLICA -> "ENABLE REPLICA TRIGGER";
            case ALWAYS -> "ENABLE ALWAYS TRIGGER";
        };
        return statement(alterTable(table).words(word).name(trigger)).explained(PostgresqlLocks.trigger(table));
    }

    /** The schema without options that say of a trigger what holds anyway. */
    static Schema canonical(Schema schema) {
        List<Table> telling = schema.tables().values().stream()
                .filter(table -> !keys(table.options()).isEmpty())
                .toList();
        if (telling.isEmpty()) {
            return schema;
        }
        PostgresqlPartitionTriggers triggers = new PostgresqlPartitionTriggers(schema);
        SchemaBuilder builder = schema.toBuilder();
        telling.forEach(table -> builder.replace(triggers.concise(table)));
        return builder.build();
    }

    private Table concise(Table table) {
        Map<String, String> options = new LinkedHashMap<>(table.options());
        for (String key : keys(table.options())) {
            Optional<TriggerState> usual = usual(table.name(), key.substring(PostgresqlTableOptions.TRIGGER.length()));
            if (usual.isPresent() && usual.equals(state(options, key))) {
                options.remove(key);
            }
        }
        return table.withOptions(options);
    }
}
