package dev.decant.studio.data;

import dev.decant.codec.Json;
import dev.decant.database.browsing.Relation;
import dev.decant.database.browsing.RelationColumn;
import dev.decant.database.browsing.RowEdit;
import dev.decant.database.browsing.RowEdit.Written;
import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import dev.decant.studio.connection.Browser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads changes of rows, as far as they fit the table. */
final class EditReader {
    private static final int MOST = 5_000;

    private final Relation relation;

    EditReader(Relation relation) {
        this.relation = relation;
    }

    /**
     * The table that changes are about.
     *
     * @throws DecantException DCT-710 when it is not there, DCT-730 when its rows cannot be edited
     */
    static Relation relation(Browser browser, Json.Fields body) {
        Relation relation = browser.relation(
                body.required("schema").asText(), body.required("table").asText());
        relation.readOnlyReason().ifPresent(reason -> {
            throw Failure.of("DCT-730", reason)
                    .at(relation.name().toString())
                    .next("give it a primary key, or change it with SQL")
                    .exception();
        });
        return relation;
    }

    /** All changes that were sent, in their order. */
    List<RowEdit> all(Json.Fields body) {
        List<Json> edits = body.required("edits").asItems();
        if (edits.isEmpty() || edits.size() > MOST) {
            throw body.required("edits")
                    .problem("not 1 to " + MOST + " edits but " + edits.size(), "send 1 to " + MOST);
        }
        return edits.stream().map(this::read).toList();
    }

    /**
     * One change.
     *
     * @throws DecantException DCT-710 when a column is not there, DCT-733 when it cannot be written, DCT-204 when the change is none
     */
    RowEdit read(Json json) {
        Json.Fields fields = json.asFields();
        String kind = fields.required("kind").asText();
        return switch (kind) {
            case "insert" -> new RowEdit.Insert(values(fields));
            case "update" -> new RowEdit.Update(key(fields), old(fields), someValues(fields));
            case "delete" -> new RowEdit.Delete(key(fields), old(fields));
            default -> throw fields.required("kind").problem("there is no edit \"" + kind + "\"", "");
        };
    }

    private Map<String, String> key(Json.Fields edit) {
        Json.Fields given = edit.required("key").asFields();
        Map<String, String> key = new LinkedHashMap<>();
        relation.rowKey().orElseThrow().forEach(name -> key.put(name, RowQuestion.text(given.required(name))));
        return key;
    }

    /** A value of which only the beginning was shown cannot be compared. */
    private Map<String, Written> old(Json.Fields edit) {
        Map<String, Written> old = new LinkedHashMap<>();
        edit.field("old")
                .ifPresent(given -> given.asFields().values().forEach((name, value) -> {
                    if (!(value instanceof Json.Fields)) {
                        old.put(column(name).name(), written(value));
                    }
                }));
        return old;
    }

    private Map<String, Written> someValues(Json.Fields edit) {
        Map<String, Written> values = values(edit);
        if (values.isEmpty()) {
            throw edit.problem("the edit changes nothing", "leave it out");
        }
        return values;
    }

    private Map<String, Written> values(Json.Fields edit) {
        Map<String, Written> values = new LinkedHashMap<>();
        edit.required("values").asFields().values().forEach((name, value) -> {
            RelationColumn column = column(name);
            if (column.generated()) {
                throw Failure.of("DCT-733", "the database computes this column")
                        .at(relation.name() + "." + name)
                        .next("leave it out")
                        .exception();
            }
            values.put(name, written(value));
        });
        return values;
    }

    private RelationColumn column(String name) {
        return relation.column(name).orElseThrow(() -> RowQuestion.noColumn(relation, name));
    }

    private static Written written(Json value) {
        return switch (value) {
            case Json.Null nothing -> new Written.Nothing();
            case Json.Fields mark
            when mark.field("$").filter(text -> text.asText().equals("default")).isPresent() -> new Written.Default();
            case Json.Fields other -> throw other.problem("this is no value", "");
            case Json.Items other -> throw other.problem("this is no value", "write it as the database prints it");
            case Json.Text text -> new Written.Text(text.value());
            case Json.Whole whole -> new Written.Text(String.valueOf(whole.value()));
            case Json.Decimal decimal -> new Written.Text(decimal.literal());
            case Json.Flag flag -> new Written.Text(String.valueOf(flag.value()));
        };
    }
}
