package dev.decant.emit;

import dev.decant.model.extension.Extension;

/** Extensions. */
final class ExtensionCode implements ObjectCode<Extension> {
    @Override
    public Class<Extension> type() {
        return Extension.class;
    }

    @Override
    public String fieldType() {
        return "Extension";
    }

    @Override
    public Chain chain(Extension extension, String field, FileCode file) {
        Chain chain = Chain.of("extension(" + JavaText.quoted(extension.name().local()) + ")");
        extension.schema().ifPresent(schema -> chain.call("inSchema", JavaText.quoted(schema)));
        extension.version().ifPresent(version -> chain.call("version", JavaText.quoted(version)));
        return chain.comment(extension.comment());
    }
}
