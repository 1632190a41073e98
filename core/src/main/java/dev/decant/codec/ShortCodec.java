package dev.decant.codec;

/**
 * Writes an object with nothing but one certain text in it as that text alone.
 *
 * @param <T> the type
 * @param full how the object is written
 * @param field the field with the text
 */
record ShortCodec<T>(Codec<T> full, String field) implements Codec<T> {
    @Override
    public Json write(T value) {
        Json written = full.write(value);
        boolean alone = written instanceof Json.Fields fields
                && fields.values().size() == 1
                && fields.values().get(field) instanceof Json.Text;
        return alone ? written.asFields().required(field) : written;
    }

    @Override
    public T read(Json json) {
        return full.read(json instanceof Json.Text text ? wrapped(text) : json);
    }

    private Json wrapped(Json.Text text) {
        return new Json.Fields(Json.object().put(field, text).build().values(), text.place());
    }
}
