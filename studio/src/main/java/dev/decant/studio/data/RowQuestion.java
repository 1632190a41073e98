package dev.decant.studio.data;

import dev.decant.codec.Json;
import dev.decant.codec.JsonReader;
import dev.decant.database.browsing.Relation;
import dev.decant.database.browsing.RelationColumn;
import dev.decant.database.browsing.RowFilter;
import dev.decant.database.browsing.RowPosition;
import dev.decant.database.browsing.RowRequest;
import dev.decant.database.browsing.SortKey;
import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import dev.decant.failure.Suggestions;
import dev.decant.studio.connection.StudioEnvironment;
import dev.decant.studio.http.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Which rows an address asks for: names are those of columns that exist, operators are ours, and values stay values. */
final class RowQuestion {
    private static final int USUAL = 200;
    private static final int MOST = 20_000;

    private final Relation relation;
    private final Request request;

    private RowQuestion(Relation relation, Request request) {
        this.relation = relation;
        this.request = request;
    }

    /**
     * What an address asks for.
     *
     * @throws DecantException DCT-710 to DCT-713 with what is wrong with it
     */
    static RowRequest of(StudioEnvironment environment, Request request) {
        String schema = request.required("schema");
        String table = request.required("table");
        // On later pages a table is what it was on the first, which saves looking it up again.
        Relation relation = request.query("after").isPresent()
                ? environment.browser().relationSeen(schema, table)
                : environment.browser().relation(schema, table);
        return new RowQuestion(relation, request).read(environment);
    }

    private RowRequest read(StudioEnvironment environment) {
        Optional<String> where = request.query("where").filter(text -> !text.isBlank());
        where.flatMap(environment.reading().rules()::refusalOfExpression).ifPresent(failure -> {
            throw failure.exception();
        });
        return new RowRequest(
                relation,
                columns(),
                list("sort", this::sortKey),
                request.query("filter").map(this::filters).orElse(List.of()),
                where,
                request.query("after").map(Cursor::read).orElseGet(RowPosition.Start::new),
                limit());
    }

    private int limit() {
        return request.query("limit")
                .filter(text -> text.matches("\\d{1,9}"))
                .map(text -> Math.clamp(Integer.parseInt(text), 1, MOST))
                .orElse(USUAL);
    }

    private List<RelationColumn> columns() {
        List<RelationColumn> wanted = new ArrayList<>(list("columns", this::column));
        if (wanted.isEmpty()) {
            return relation.columns();
        }
        relation.rowKey().orElse(List.of()).stream()
                .map(this::column)
                .filter(column -> !wanted.contains(column))
                .forEach(wanted::add);
        return wanted;
    }

    private <T> List<T> list(String name, Function<String, T> reader) {
        return request.query(name)
                .map(text -> Arrays.stream(text.split(",", -1)).map(reader).toList())
                .orElse(List.of());
    }

    private RelationColumn column(String encoded) {
        return columnNamed(decoded(encoded));
    }

    private static String decoded(String name) {
        return URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private RelationColumn columnNamed(String name) {
        return relation.column(name).orElseThrow(() -> noColumn(relation, name));
    }

    static DecantException noColumn(Relation relation, String name) {
        List<String> names =
                relation.columns().stream().map(RelationColumn::name).toList();
        return Failure.of("DCT-710", "there is no column \"" + name + "\"")
                .at(relation.name().toString())
                .next(Suggestions.advice(name, names))
                .exception();
    }

    private SortKey sortKey(String item) {
        String[] parts = item.split(":", -1);
        boolean known = parts.length <= 3
                && Arrays.stream(parts).skip(1).allMatch(List.of("asc", "desc", "first", "last")::contains);
        if (!known) {
            throw Failure.of("DCT-711", "\"" + item + "\" is no order")
                    .next("write name:asc or name:desc, with :first or :last for where nulls go")
                    .exception();
        }
        List<String> words = Arrays.asList(parts);
        SortKey.Nulls nulls = words.subList(1, words.size()).contains("first")
                ? SortKey.Nulls.FIRST
                : words.subList(1, words.size()).contains("last") ? SortKey.Nulls.LAST : SortKey.Nulls.USUAL;
        return new SortKey(
                column(parts[0]).name(), words.subList(1, words.size()).contains("desc"), nulls);
    }

    private List<RowFilter> filters(String json) {
        return JsonReader.readSent(json, "the filter").asItems().stream()
                .map(item -> filter(item.asFields()))
                .toList();
    }

    private RowFilter filter(Json.Fields item) {
        String word = item.required("op").asText();
        RowFilter.Operator operator = Arrays.stream(RowFilter.Operator.values())
                .filter(each -> each.word().equals(word))
                .findFirst()
                .orElseThrow(() -> Failure.of("DCT-712", "there is no filter \"" + word + "\"")
                        .next(Suggestions.advice(
                                word,
                                Arrays.stream(RowFilter.Operator.values())
                                        .map(RowFilter.Operator::word)
                                        .toList()))
                        .exception());
        List<String> values = item.field("value").map(RowQuestion::values).orElse(List.of());
        if (operator.takes() >= 0 && operator.takes() != values.size()) {
            boolean needsNone = operator.takes() == 0;
            if (!needsNone) {
                throw Failure.of("DCT-712", "the filter \"" + word + "\" takes one value, not " + values.size())
                        .exception();
            }
            values = List.of();
        }
        return new RowFilter(columnNamed(item.required("column").asText()).name(), operator, values);
    }

    /** The names in a list of an address. */
    static List<String> names(Request request, String list) {
        return request.query(list)
                .map(text -> Arrays.stream(text.split(",", -1))
                        .map(RowQuestion::decoded)
                        .toList())
                .orElse(List.of());
    }

    /** A value as text. */
    static String text(Json value) {
        return value instanceof Json.Flag flag ? String.valueOf(flag.value()) : value.asText();
    }

    private static List<String> values(Json value) {
        return switch (value) {
            case Json.Items items -> items.asTexts();
            case Json.Flag flag -> List.of(String.valueOf(flag.value()));
            case Json.Whole whole -> List.of(String.valueOf(whole.value()));
            case Json.Decimal decimal -> List.of(decimal.literal());
            case Json.Null nothing -> List.of();
            case Json.Text text -> List.of(text.value());
            case Json.Fields fields -> List.of(fields.asText());
        };
    }
}
