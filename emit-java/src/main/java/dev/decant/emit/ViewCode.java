package dev.decant.emit;

import dev.decant.model.view.View;
import dev.decant.model.view.ViewColumn;
import java.util.List;
import java.util.Optional;

/** Views. */
final class ViewCode implements ObjectCode<View> {
    private static final List<String> OPTIONS = List.of("security_barrier", "security_invoker", "check_option");

    @Override
    public Class<View> type() {
        return View.class;
    }

    @Override
    public String className() {
        return "Views";
    }

    /** The types of columns come from the query, and so do their names unless something is said of them. */
    @Override
    public View said(View view) {
        boolean silent = view.columns().stream().noneMatch(ViewCode::isSaidSomethingOf);
        return view.withColumns(
                silent
                        ? List.of()
                        : view.columns().stream()
                                .map(column -> column.withType(Optional.empty()))
                                .toList());
    }

    @Override
    public String fieldType() {
        return "View";
    }

    @Override
    public Chain chain(View view, String field, FileCode file) {
        Chain chain = ObjectNames.begin("view", view.name(), field);
        if (view.columns().stream().anyMatch(ViewCode::isSaidSomethingOf)) {
            addColumns(view, chain, file);
        }
        chain.call("as", JavaText.of(view.query().sql()));
        view.options().forEach((option, value) -> addOption(view, option, value, chain, file));
        return chain.comment(view.comment());
    }

    private static boolean isSaidSomethingOf(ViewColumn column) {
        return column.fill().isPresent()
                || !column.comment().isEmpty()
                || !column.options().isEmpty();
    }

    private static void addColumns(View view, Chain chain, FileCode file) {
        chain.call(
                "columns",
                view.columns().stream()
                        .map(column -> JavaText.quoted(column.name()))
                        .toArray(String[]::new));
        for (ViewColumn column : view.columns()) {
            String name = JavaText.quoted(column.name());
            column.fill().ifPresent(sql -> chain.call("columnDefault", name, JavaText.of(sql.sql())));
            if (!column.comment().isEmpty()) {
                chain.call("columnComment", name, JavaText.of(column.comment()));
            }
            if (!column.options().isEmpty()) {
                file.lack("the column " + view.name() + "." + column.name(), "has options");
            }
        }
    }

    private static void addOption(View view, String option, String value, Chain chain, FileCode file) {
        if (!OPTIONS.contains(option)) {
            file.lack("the view " + view.name(), "has the option " + option);
        } else if (value.equals("true")) {
            chain.call(option.equals("security_barrier") ? "securityBarrier" : "securityInvoker");
        } else if (option.equals("check_option")) {
            chain.call(value.equals("local") ? "withLocalCheckOption" : "withCascadedCheckOption");
        }
    }
}
