package dev.decant.emit;

import dev.decant.model.Expression;
import dev.decant.model.raw.RawObject;

/** Objects that are kept as the SQL that makes them. */
final class RawObjectCode implements ObjectCode<RawObject> {
    @Override
    public Class<RawObject> type() {
        return RawObject.class;
    }

    @Override
    public String fieldType() {
        return "RawObject";
    }

    @Override
    public Chain chain(RawObject object, String field, FileCode file) {
        Chain chain = Chain.ofCall(
                "raw",
                JavaText.quoted(object.kind().id()),
                JavaText.quoted(object.name().toString()));
        object.signature().ifPresent(signature -> chain.call("signature", JavaText.quoted(signature.sql())));
        chain.call(
                "sql",
                object.definition().stream()
                        .map(Expression::sql)
                        .map(JavaText::of)
                        .toArray(String[]::new));
        object.needs()
                .forEach(need -> chain.call(
                        "needs",
                        JavaText.quoted(need.kind().id()),
                        JavaText.quoted(need.name().toString()),
                        need.distinction().isEmpty() ? "" : JavaText.quoted(need.distinction())));
        return chain.comment(object.comment());
    }
}
