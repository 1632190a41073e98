package dev.decant.codec;

import dev.decant.model.DataType;

/**
 * Writes a type in its notation, or part by part where the notation would not bring it back: a database lets users give a type any name.
 *
 * @param parts how it is written part by part
 */
record TypeCodec(Codec<DataType> parts) implements Codec<DataType> {
    private static final Codec<DataType> NOTATION = Codec.ofText(DataType::toString, DataType::parse);

    @Override
    public Json write(DataType value) {
        return isReadable(value) ? NOTATION.write(value) : parts.write(value);
    }

    private static boolean isReadable(DataType value) {
        try {
            return DataType.parse(value.toString()).equals(value);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public DataType read(Json json) {
        return json instanceof Json.Fields ? parts.read(json) : NOTATION.read(json);
    }
}
