package dev.decant.emit;

import dev.decant.model.ObjectKey;
import dev.decant.model.ObjectName;
import dev.decant.model.namespace.Namespace;
import java.util.stream.Stream;

/** Namespaces: those of which something is to be said, and those in which nothing lives. */
final class NamespaceCode implements ObjectCode<Namespace> {
    @Override
    public Class<Namespace> type() {
        return Namespace.class;
    }

    @Override
    public boolean isDeclared(Namespace namespace, FileCode file) {
        String name = namespace.name().local();
        Stream<ObjectName> living = Stream.concat(
                file.schema().tables().keySet().stream(),
                file.schema().objects().keySet().stream().map(ObjectKey::name));
        boolean used = living.anyMatch(each -> each.schema().equals(name));
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
