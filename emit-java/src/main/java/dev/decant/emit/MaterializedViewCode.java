package dev.decant.emit;

import dev.decant.model.Expression;
import dev.decant.model.Index;
import dev.decant.model.view.MaterializedView;
import java.util.Set;

/** Materialized views with their indexes. */
final class MaterializedViewCode implements ObjectCode<MaterializedView> {
    /** The options that have a word of their own. */
    private static final Set<String> PLACES = Set.of("access_method", "tablespace");

    @Override
    public Class<MaterializedView> type() {
        return MaterializedView.class;
    }

    @Override
    public String className() {
        return "Views";
    }

    @Override
    public MaterializedView said(MaterializedView view) {
        return view.withColumns(ViewColumnCode.said(view.columns()));
    }

    @Override
    public String fieldType() {
        return "MaterializedView";
    }

    @Override
    public Chain chain(MaterializedView view, String field, FileCode file) {
        Chain chain = ObjectNames.begin("materializedView", view.name(), field);
        ViewColumnCode.add(view.columns(), chain);
        chain.call("as", JavaText.of(view.query().sql()));
        chain.callIf(!view.populated(), "withNoData");
        view.options().forEach((option, value) -> {
            if (PLACES.contains(option)) {
                chain.call(option.equals("tablespace") ? "tablespace" : "using", JavaText.quoted(value));
            } else {
                chain.call("with", JavaText.quoted(option), JavaText.value(value));
            }
        });
        view.indexes().forEach(index -> chain.call("index", index(index, file)));
        return chain.comment(view.comment());
    }

    private static String index(Index index, FileCode file) {
        Chain chain =
                Chain.of("viewIndex(" + JavaText.quoted(index.name()) + ")").callIf(index.unique(), "unique");
        if (!index.method().equals(IndexCode.USUAL_METHOD)) {
            chain.call("using", JavaText.quoted(index.method()));
        }
        boolean plain = index.keys().stream()
                .allMatch(key ->
                        key.subject() instanceof Index.Subject.OfColumn && key.equals(Index.Key.of(key.subject())));
        chain.call(
                "on",
                index.keys().stream()
                        .map(key -> plain ? column(key.subject()) : IndexCode.key(key, key(key.subject()), file))
                        .toArray(String[]::new));
        if (!index.include().isEmpty()) {
            chain.call("include", index.include().stream().map(JavaText::quoted).toArray(String[]::new));
        }
        chain.callIf(index.nullsNotDistinct(), "nullsNotDistinct");
        index.predicate().ifPresent(rows -> chain.call("where", JavaText.of(rows.sql())));
        index.storage()
                .forEach((parameter, value) -> chain.call("with", JavaText.quoted(parameter), JavaText.value(value)));
        return chain.comment(index.comment()).toString();
    }

    private static String column(Index.Subject subject) {
        return subject instanceof Index.Subject.OfColumn(String column) ? JavaText.quoted(column) : "";
    }

    private static String key(Index.Subject subject) {
        return switch (subject) {
            case Index.Subject.OfColumn(String column) -> "key(" + JavaText.quoted(column) + ")";
            case Index.Subject.OfExpression(Expression expression) -> "keySql(" + JavaText.of(expression.sql()) + ")";
        };
    }
}
