package dev.decant.emit;

import dev.decant.model.ObjectName;
import dev.decant.model.rangetype.RangeType;
import java.util.Optional;

/** Types of ranges. */
final class RangeTypeCode implements ObjectCode<RangeType> {
    @Override
    public Class<RangeType> type() {
        return RangeType.class;
    }

    @Override
    public String className() {
        return "Types";
    }

    @Override
    public String fieldType() {
        return "RangeType";
    }

    @Override
    public Chain chain(RangeType range, String field, FileCode file) {
        Chain chain = ObjectNames.begin(
                "rangeType",
                range.name(),
                field,
                JavaText.quoted(range.subtype().toString()));
        add("operatorClass", range.options().operatorClass(), chain);
        add("collate", range.options().collation(), chain);
        add("canonical", range.options().canonical(), chain);
        add("subtypeDiff", range.options().difference(), chain);
        add("multirange", range.multirange(), chain);
        return chain.comment(range.comment());
    }

    private static void add(String method, Optional<ObjectName> name, Chain chain) {
        name.ifPresent(given -> chain.call(method, JavaText.quoted(given.toString())));
    }
}
