package dev.decant.emit;

import dev.decant.model.enumtype.EnumType;

/** Enums that no column uses; those that one uses need no field. */
final class EnumUseCode implements ObjectCode<EnumType> {
    @Override
    public Class<EnumType> type() {
        return EnumType.class;
    }

    @Override
    public boolean isDeclared(EnumType type, FileCode file) {
        return file.schema().tables().values().stream()
                .flatMap(table -> table.columns().stream())
                .noneMatch(column -> column.type().name().equals(type.name()));
    }

    @Override
    public String fieldType() {
        return "EnumeratedType";
    }

    @Override
    public Chain chain(EnumType type, String field, FileCode file) {
        String enumClass = file.names().enumClass(type.name()).orElseThrow();
        return Chain.of("enumType(" + file.imports().type(enumClass) + ".class)");
    }
}
