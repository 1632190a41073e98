package dev.decant.emit;

import dev.decant.dsl.Naming;
import dev.decant.model.ObjectName;
import java.util.stream.Stream;

/** The first calls of an object that has a name in a namespace. */
final class ObjectNames {
    private static final String USUAL_NAMESPACE = "public";

    private ObjectNames() {}

    /** The calls: a name where it is not that of the field, with what else the first call takes; a namespace where it is not the usual one. */
    static Chain begin(String method, ObjectName name, String field, String... more) {
        String given = Naming.snakeCase(field).equals(name.local()) ? "" : JavaText.quoted(name.local());
        Chain chain = Chain.ofCall(
                method, Stream.concat(Stream.of(given), Stream.of(more)).toArray(String[]::new));
        return name.schema().equals(USUAL_NAMESPACE) ? chain : chain.call("inSchema", JavaText.quoted(name.schema()));
    }

    /** The first call of something whose namespace is that of what it is part of. */
    static Chain beginOfPart(String method, ObjectName name, String field) {
        boolean named = !Naming.snakeCase(field).equals(name.local());
        return Chain.ofCall(method, named ? JavaText.quoted(name.local()) : "");
    }

    /** A name as a text that the DSL reads: without the usual namespace, which it adds. */
    static String quoted(ObjectName name) {
        return JavaText.quoted(text(name));
    }

    /** The same, not yet in quotes. */
    static String text(ObjectName name) {
        boolean usual = name.schema().equals(USUAL_NAMESPACE);
        return (usual ? ObjectName.of(name.local()) : name).toString();
    }
}
