package dev.decant.studio.data;

import dev.decant.codec.Json;
import dev.decant.codec.JsonReader;
import dev.decant.codec.JsonWriter;
import dev.decant.failure.Counted;
import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a file.
 *
 * @param sources the names of what it has in each row
 * @param rows the values by source; null is NULL
 */
record ImportFile(List<String> sources, List<List<@Nullable String>> rows) {
    /** Copies the names. */
    ImportFile {
        sources = List.copyOf(sources);
        rows = Collections.unmodifiableList(rows);
    }

    /**
     * Reads what was sent.
     *
     * @throws DecantException DCT-744 when it is not what it is said to be
     */
    static ImportFile read(Json.Fields body) {
        String format = body.required("format").asText();
        String text = body.required("text").asText();
        ImportFile file = switch (format) {
            case "csv" -> csv(text, body);
            case "json" -> json(text);
            default ->
                throw body.required("format")
                        .problem("there is no format \"" + format + "\"", "csv and json are there");
        };
        if (file.rows().isEmpty()) {
            throw Failure.of("DCT-744", "the file has no rows").exception();
        }
        return file;
    }

    private static ImportFile csv(String text, Json.Fields body) {
        String delimiter = body.field("delimiter")
                .map(Json::asText)
                .filter(given -> given.length() == 1)
                .orElse(",");
        String nothing = body.field("null").map(Json::asText).orElse("");
        List<List<@Nullable String>> rows = CsvReader.read(text, delimiter.charAt(0), nothing);
        if (rows.isEmpty()) {
            throw Failure.of("DCT-744", "the file is empty").exception();
        }
        List<String> sources = rows.getFirst().stream()
                .map(name -> name == null ? "" : name.strip())
                .toList();
        for (int i = 1; i < rows.size(); i++) {
            if (rows.get(i).size() != sources.size()) {
                throw Failure.of(
                                "DCT-744",
                                "row " + i + " has " + Counted.of(rows.get(i).size(), "value")
                                        + ", and the first line names " + sources.size())
                        .next("see whether the sign between values is \"" + delimiter + "\"")
                        .exception();
            }
        }
        return new ImportFile(sources, rows.subList(1, rows.size()));
    }

    /** A list of objects, or an object a line. */
    private static ImportFile json(String text) {
        List<Json> items = text.stripLeading().startsWith("[")
                ? JsonReader.readSent(text, "the file").asItems()
                : text.lines()
                        .filter(line -> !line.isBlank())
                        .map(line -> JsonReader.readSent(line, "the file"))
                        .toList();
        Set<String> sources = items.stream()
                .flatMap(item -> item.asFields().values().keySet().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (Json item : items) {
            List<@Nullable String> row = new ArrayList<>();
            sources.forEach(name -> row.add(text(item.asFields().field(name).orElseGet(Json::nothing))));
            rows.add(row);
        }
        return new ImportFile(List.copyOf(sources), rows);
    }

    private static @Nullable String text(Json value) {
        return switch (value) {
            case Json.Null nothing -> null;
            case Json.Text text -> text.value();
            case Json.Flag flag -> String.valueOf(flag.value());
            case Json.Whole whole -> String.valueOf(whole.value());
            case Json.Decimal decimal -> decimal.literal();
            case Json.Fields fields -> JsonWriter.line(fields);
            case Json.Items items -> JsonWriter.line(items);
        };
    }
}
