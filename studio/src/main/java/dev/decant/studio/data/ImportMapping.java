package dev.decant.studio.data;

import dev.decant.codec.Json;
import dev.decant.database.browsing.Relation;
import dev.decant.database.browsing.RelationColumn;
import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which column of a table gets which values of a file. */
final class ImportMapping {
    private final Map<String, Optional<String>> columns = new LinkedHashMap<>();

    private ImportMapping() {}

    /**
     * What somebody has said, or else what the names say.
     *
     * @throws DecantException DCT-710 when a column is not there, DCT-733 when it is not written, DCT-745 when two go to one or none to any
     */
    static ImportMapping of(Relation relation, List<String> sources, Optional<Json> said) {
        ImportMapping mapping = new ImportMapping();
        Set<String> taken = new HashSet<>();
        for (String source : sources) {
            Optional<String> column = said.isPresent()
                    ? said.get()
                            .asFields()
                            .field(source)
                            .filter(to -> !(to instanceof Json.Null))
                            .map(Json::asText)
                    : byName(relation, source);
            column.ifPresent(name -> check(relation, name, taken));
            mapping.columns.put(source, column);
        }
        if (taken.isEmpty()) {
            throw Failure.of("DCT-745", "no column gets any value")
                    .at(relation.name().toString())
                    .next("say which of " + String.join(", ", sources) + " goes where")
                    .exception();
        }
        return mapping;
    }

    private static Optional<String> byName(Relation relation, String source) {
        return relation.columns().stream()
                .filter(column -> !column.generated() && column.name().equalsIgnoreCase(source))
                .map(RelationColumn::name)
                .findFirst();
    }

    private static void check(Relation relation, String name, Set<String> taken) {
        RelationColumn column = relation.column(name).orElseThrow(() -> RowQuestion.noColumn(relation, name));
        if (column.generated()) {
            throw Failure.of("DCT-733", "the database computes this column")
                    .at(relation.name() + "." + name)
                    .next("leave it out")
                    .exception();
        }
        if (!taken.add(name)) {
            throw Failure.of("DCT-745", "two parts of the file go to the column " + name)
                    .exception();
        }
    }

    /** The columns that get values. */
    List<String> columns() {
        return columns.values().stream().flatMap(Optional::stream).toList();
    }

    /** The rows of a file, with the values of these columns only. */
    List<List<@Nullable String>> rows(ImportFile file) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < file.sources().size(); i++) {
            if (columns.getOrDefault(file.sources().get(i), Optional.empty()).isPresent()) {
                places.add(i);
            }
        }
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (List<@Nullable String> row : file.rows()) {
            List<@Nullable String> values = new ArrayList<>();
            places.forEach(place -> values.add(row.get(place)));
            rows.add(values);
        }
        return rows;
    }

    /** For each part of the file the column that it goes to. */
    Json json() {
        return Json.list(
                columns.entrySet(),
                each -> Json.object()
                        .put("name", each.getKey())
                        .put("column", each.getValue().<Json>map(Json::of).orElseGet(Json::nothing))
                        .build());
    }
}
