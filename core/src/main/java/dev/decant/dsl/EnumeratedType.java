package dev.decant.dsl;

import dev.decant.model.enumtype.EnumType;

/** An enum that the schema has although no column need use it. */
public final class EnumeratedType extends DeclaredObject {
    private final Class<? extends Enum<?>> type;

    EnumeratedType(Class<? extends Enum<?>> type) {
        this.type = type;
    }

    Class<? extends Enum<?>> type() {
        return type;
    }

    @Override
    EnumType build(PgSchema owner, String field, Targets targets) {
        return EnumDeclaration.typeOf(type, owner.database());
    }
}
