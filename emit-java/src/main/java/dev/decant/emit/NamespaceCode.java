package dev.decant.emit;

import dev.decant.model.namespace.Namespace;

/** Namespaces: those of which something is to be said, and those in which nothing lives. */
final class NamespaceCode implements ObjectCode<Namespace> {
    @Override
    public Class<Namespace> type() {
        return Namespace.class;
    }

    @Override
    public boolean isDeclared(Namespace namespace, FileCode file) {
        String name = namespace.name().local();
        boolean used = file.schema().tables().keySet().stream().anyMatch(table -> table.schema().equals(name));
        return !used || !namespace.comment().isEmpty();
    }

    @Override
    public String fieldType() {
        return "Namespace";
    }

    @Override
    public Chain chain(Namespace namespace, String field, FileCode file) {
        return Chain.of("schema(" + JavaText.quoted(namespace.name().local()) + ")")
                .comment(namespace.comment());
    }
}
