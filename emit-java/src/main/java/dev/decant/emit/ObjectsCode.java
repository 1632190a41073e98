package dev.decant.emit;

import java.util.List;

/** Objects that are no tables, as the class that declares them. */
final class ObjectsCode {
    private final FileCode file;
    private final FreeIdentifiers fields = FreeIdentifiers.ofFields();

    ObjectsCode(FileCode file) {
        this.file = file;
    }

    /** The class, without its imports, which are noted; a line is left free between kinds. */
    String text(String className, List<ObjectMember> members) {
        StringBuilder text = new StringBuilder("public final class ")
                .append(SchemaNames.simple(className))
                .append(" extends ")
                .append(file.dsl("PgSchema"))
                .append(" {\n");
        int rank = members.getFirst().rank();
        for (ObjectMember member : members) {
            text.append(member.rank() == rank ? "" : "\n");
            rank = member.rank();
            text.append(member.write().apply(file, fields.free(member.wanted())).text());
        }
        return text.append("}\n").toString();
    }
}
