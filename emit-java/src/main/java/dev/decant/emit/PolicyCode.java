package dev.decant.emit;

import dev.decant.model.ObjectName;
import dev.decant.model.policy.Policy;
import java.util.Optional;

/** Policies, in the classes of their tables. */
final class PolicyCode implements ObjectCode<Policy> {
    @Override
    public Class<Policy> type() {
        return Policy.class;
    }

    @Override
    public String className() {
        return "Policies";
    }

    @Override
    public Optional<ObjectName> table(Policy policy) {
        return Optional.of(policy.table());
    }

    @Override
    public String fieldType() {
        return "Policy";
    }

    @Override
    public Chain chain(Policy policy, String field, FileCode file) {
        Chain chain = ObjectNames.beginOfPart("policy", policy.name(), field);
        if (file.schema().table(policy.table()).isEmpty()) {
            chain.call("on", ObjectNames.quoted(policy.table()));
        }
        chain.callIf(!policy.permissive(), "restrictive");
        switch (policy.command()) {
            case ALL -> {}
            case SELECT -> chain.call("forSelect");
            case INSERT -> chain.call("forInsert");
            case UPDATE -> chain.call("forUpdate");
            case DELETE -> chain.call("forDelete");
        }
        if (!policy.roles().isEmpty()) {
            chain.call("to", policy.roles().stream().map(JavaText::quoted).toArray(String[]::new));
        }
        policy.using().ifPresent(condition -> chain.call("using", JavaText.of(condition.sql())));
        policy.withCheck().ifPresent(condition -> chain.call("withCheck", JavaText.of(condition.sql())));
        return chain.comment(policy.comment());
    }
}
