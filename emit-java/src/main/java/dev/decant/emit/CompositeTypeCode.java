package dev.decant.emit;

import dev.decant.model.compositetype.CompositeType;

/** Composite types. */
final class CompositeTypeCode implements ObjectCode<CompositeType> {
    @Override
    public Class<CompositeType> type() {
        return CompositeType.class;
    }

    @Override
    public String className() {
        return "Types";
    }

    @Override
    public String fieldType() {
        return "CompositeType";
    }

    @Override
    public Chain chain(CompositeType type, String field, FileCode file) {
        Chain chain = ObjectNames.begin("compositeType", type.name(), field);
        for (CompositeType.Attribute attribute : type.attributes()) {
            String name = JavaText.quoted(attribute.name());
            String sqlType = JavaText.quoted(attribute.type().toString());
            if (attribute.comment().isEmpty()) {
                chain.call("attribute", name, sqlType);
            } else {
                chain.call("attribute", name, sqlType, JavaText.of(attribute.comment()));
            }
            attribute.collation().ifPresent(collation -> chain.call("collate", JavaText.quoted(collation.toString())));
        }
        return chain.comment(type.comment());
    }
}
