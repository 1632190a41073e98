package dev.decant.studio.changes;

import dev.decant.change.Change;
import dev.decant.codec.FieldsBuilder;
import dev.decant.codec.Json;
import dev.decant.dialect.Dialect;
import dev.decant.dialect.Hazard;
import dev.decant.journal.SqlWriter;
import dev.decant.model.ObjectName;
import dev.decant.model.Schema;
import dev.decant.plan.Needs;
import dev.decant.plan.Plan;
import dev.decant.plan.Step;
import dev.decant.workflow.Choice;
import dev.decant.workflow.Difference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The changes of a plan for the page, each with what it does to the database, and the plan's statements. */
public final class ChangeList {
    /** Hazards from the worst to the mildest. */
    private static final List<Hazard.Kind> WORST_FIRST = List.of(
            Hazard.Kind.DATA_LOSS,
            Hazard.Kind.REWRITE,
            Hazard.Kind.BLOCKING,
            Hazard.Kind.DATA_DEPENDENT,
            Hazard.Kind.BREAKING);

    private final Plan plan;
    private final Dialect dialect;
    private final Definitions definitions;
    private final Map<Change, String> ids = new LinkedHashMap<>();
    private final Map<Change, Set<Hazard>> hazards = new HashMap<>();

    /**
     * The changes of a plan.
     *
     * @param before the schema before it
     * @param after the schema after it
     */
    public ChangeList(Plan plan, Schema before, Schema after, Dialect dialect) {
        this.plan = plan;
        this.dialect = dialect;
        this.definitions = new Definitions(dialect, before, after, plan.changes());
        List<String> names = Choice.names(plan.changes());
        for (int i = 0; i < names.size(); i++) {
            ids.put(plan.changes().get(i), names.get(i));
        }
        plan.statements()
                .forEach(statement -> statement
                        .serves()
                        .forEach(change -> hazards.computeIfAbsent(change, key -> new LinkedHashSet<>())
                                .addAll(statement.hazards())));
    }

    /** The changes of a difference. */
    public ChangeList(Difference difference) {
        this(difference.plan(), difference.before(), difference.after(), difference.dialect());
    }

    /** What a change is called on the page; changes of a later comparison that are the same are called the same. */
    String id(Change change) {
        return ids.getOrDefault(change, change.describe());
    }

    /** All changes. */
    public Json.Items json() {
        return Json.list(plan.changes(), change -> fields(change).build());
    }

    /** All changes, each with those that it needs, for whoever chooses among them. */
    Json.Items choosable(Schema before) {
        Needs needs = Needs.of(plan.changes(), before, dialect);
        return Json.list(
                plan.changes(),
                change -> fields(change)
                        .put(
                                "needs",
                                Json.texts(
                                        needs.of(change).stream().map(this::id).toList()))
                        .build());
    }

    /** What the changes belong to, each before and after, by its name. */
    public Json.Fields things() {
        FieldsBuilder things = Json.object();
        plan.changes().stream().map(definitions::thing).distinct().forEach(thing -> {
            Definitions.Texts texts = definitions.texts(thing);
            things.put(
                    thing.toString(),
                    Json.object()
                            .put("before", texts.before())
                            .put("after", texts.after())
                            .build());
        });
        return things.build();
    }

    /** What the changes are called. */
    Json.Items names() {
        return Json.texts(List.copyOf(ids.values()));
    }

    private FieldsBuilder fields(Change change) {
        Thing thing = definitions.thing(change);
        List<Hazard> hazards = hazards(change);
        FieldsBuilder fields = brief(change)
                .put("id", id(change))
                .put("thing", thing.toString())
                .put("risk", risk(hazards))
                .put("hazards", json(hazards));
        if (thing instanceof Thing.OfTable(ObjectName table)) {
            fields.put("relation", json(table));
        }
        if (definitions.formerly(thing) instanceof Thing.OfTable(ObjectName table) && definitions.existed(thing)) {
            fields.put("table", json(table));
        }
        return fields;
    }

    /** A change in a few words. */
    public static FieldsBuilder brief(Change change) {
        return Json.object()
                .put("verb", change.verb().word())
                .put("sign", String.valueOf(change.verb().sign()))
                .put("subject", change.subject());
    }

    /** A name of a table. */
    public static Json.Fields json(ObjectName name) {
        return Json.object()
                .put("schema", name.schema())
                .put("name", name.local())
                .build();
    }

    private List<Hazard> hazards(Change change) {
        return List.copyOf(hazards.getOrDefault(change, Set.of()));
    }

    private static String risk(List<Hazard> hazards) {
        List<Hazard.Kind> kinds = hazards.stream().map(Hazard::kind).toList();
        return WORST_FIRST.stream()
                .filter(kinds::contains)
                .findFirst()
                .map(ChangeList::word)
                .orElse("instant");
    }

    /** Hazards for the page. */
    public static Json.Items json(List<Hazard> hazards) {
        return Json.list(
                hazards,
                hazard -> Json.object()
                        .put("kind", word(hazard.kind()))
                        .put("message", hazard.message())
                        .build());
    }

    private static String word(Hazard.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** The statements of a plan, which may be this one or the one that takes it back. */
    public Json.Fields sql(Plan shown) {
        List<Json> statements = new ArrayList<>();
        for (Step step : shown.steps()) {
            step.statements()
                    .forEach(statement -> statements.add(Json.object()
                            .put("sql", statement.sql())
                            .putUnlessEmpty("explanation", Json.of(statement.explanation()))
                            .put("hazards", json(statement.hazards()))
                            .put("transactional", step.transactional())
                            .put("step", step.name())
                            .put(
                                    "serves",
                                    Json.texts(statement.serves().stream()
                                            .map(this::id)
                                            .toList()))
                            .build()));
        }
        return Json.object()
                .put("statements", Json.list(statements))
                .put("script", shown.isEmpty() ? "" : SqlWriter.write(shown, List.of(), dialect.syntax()))
                .build();
    }

    /** What programs must be told of. */
    Json.Items breaking() {
        List<Hazard.Kind> kinds = List.of(Hazard.Kind.BREAKING, Hazard.Kind.DATA_LOSS);
        return Json.texts(plan.hazards().stream()
                .filter(hazard -> kinds.contains(hazard.kind()))
                .map(Hazard::message)
                .distinct()
                .toList());
    }
}
