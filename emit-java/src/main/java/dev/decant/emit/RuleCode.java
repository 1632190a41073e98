package dev.decant.emit;

import dev.decant.model.Expression;
import dev.decant.model.rule.Rule;

/** Rules. */
final class RuleCode implements ObjectCode<Rule> {
    @Override
    public Class<Rule> type() {
        return Rule.class;
    }

    @Override
    public String className() {
        return "Rules";
    }

    @Override
    public String fieldType() {
        return "Rule";
    }

    @Override
    public Chain chain(Rule rule, String field, FileCode file) {
        Chain chain = ObjectNames.beginOfPart("rule", rule.name(), field)
                .call("on", JavaText.quoted(rule.tableName().toString()));
        switch (rule.event()) {
            case INSERT -> chain.call("insert");
            case UPDATE -> chain.call("update");
            case DELETE -> chain.call("delete");
        }
        rule.condition().ifPresent(condition -> chain.call("where", JavaText.of(condition.sql())));
        if (rule.instead() && rule.actions().isEmpty()) {
            chain.call("doInsteadNothing");
        } else {
            chain.call(
                    rule.instead() ? "doInstead" : "doAlso",
                    rule.actions().stream()
                            .map(Expression::sql)
                            .map(JavaText::of)
                            .toArray(String[]::new));
        }
        TriggerStates.add(rule.state(), chain);
        return chain.comment(rule.comment());
    }
}
