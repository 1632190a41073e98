package dev.decant.emit;

import dev.decant.model.ObjectName;
import dev.decant.model.ownership.Ownership;
import dev.decant.model.ownership.Ownership.Thing;
import java.util.Optional;

/** Who owns things, those of tables in the classes of the tables. */
final class OwnerCode implements ObjectCode<Ownership> {
    private static final String OWNERSHIP = "dev.decant.model.ownership.Ownership";

    @Override
    public Class<Ownership> type() {
        return Ownership.class;
    }

    @Override
    public String className() {
        return "AccessRights";
    }

    @Override
    public Optional<ObjectName> table(Ownership ownership) {
        return ownership.thing() == Thing.TABLE ? Optional.of(ownership.name()) : Optional.empty();
    }

    /** In the class of its table it is the only one. */
    @Override
    public String field(Ownership ownership) {
        return ownership.thing() == Thing.TABLE
                ? "owner"
                : Identifiers.field(ownership.name().local() + "_owner", "owner");
    }

    @Override
    public String fieldType() {
        return "OwnerRole";
    }

    @Override
    public Chain chain(Ownership ownership, String field, FileCode file) {
        String role = JavaText.quoted(ownership.role());
        boolean inTable = table(ownership)
                .filter(table -> file.schema().table(table).isPresent())
                .isPresent();
        return Chain.of(inTable ? "owner(" + role + ")" : "owner(" + thing(ownership, file) + ", " + role + ")");
    }

    private static String thing(Ownership ownership, FileCode file) {
        String kind =
                file.imports().type(OWNERSHIP) + ".Thing." + ownership.thing().name();
        return kind + ", " + JavaText.quoted(name(ownership));
    }

    private static String name(Ownership ownership) {
        if (!ownership.thing().liesInNamespace()) {
            return ownership.name().local();
        }
        String signature = ownership.signature();
        boolean apart = !signature.isEmpty() && !signature.startsWith("(");
        return ObjectNames.text(ownership.name()) + (apart ? " " : "") + signature;
    }
}
