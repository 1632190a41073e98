package dev.decant.emit;

import dev.decant.model.view.View;
import java.util.List;

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

    @Override
    public View said(View view) {
        return view.withColumns(ViewColumnCode.said(view.columns()));
    }

    @Override
    public String fieldType() {
        return "View";
    }

    @Override
    public Chain chain(View view, String field, FileCode file) {
        Chain chain = ObjectNames.begin("view", view.name(), field);
        ViewColumnCode.add(view.columns(), chain);
        chain.call("as", JavaText.of(view.query().sql()));
        view.options().forEach((option, value) -> addOption(view, option, value, chain, file));
        return chain.comment(view.comment());
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
