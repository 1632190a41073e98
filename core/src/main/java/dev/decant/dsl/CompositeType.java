package dev.decant.dsl;

import dev.decant.model.DataType;
import dev.decant.model.ObjectName;
import dev.decant.model.compositetype.CompositeType.Attribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A type whose values are rows; a column of it is {@code raw("public.address", String.class)}. */
public final class CompositeType extends QualifiedObject<CompositeType> {
    private final List<Attribute> attributes = new ArrayList<>();

    CompositeType(String name) {
        super(name);
    }

    @Override
    CompositeType self() {
        return this;
    }

    /** Has this attribute, behind those before. */
    public CompositeType attribute(String attribute, String sqlType) {
        return attribute(attribute, sqlType, "");
    }

    /** Has this attribute, with words about it for the database's users. */
    public CompositeType attribute(String attribute, String sqlType, String comment) {
        attributes.add(new Attribute(attribute, DataType.parse(sqlType), Optional.empty(), comment));
        return this;
    }

    /** Sorts the text of the last attribute in this order: {@code C}, {@code public.german}. */
    public CompositeType collate(String name) {
        if (attributes.isEmpty()) {
            throw new IllegalStateException("there is no attribute to collate yet");
        }
        Attribute last = attributes.removeLast();
        attributes.add(new Attribute(last.name(), last.type(), Optional.of(ObjectName.parse(name)), last.comment()));
        return this;
    }

    @Override
    Optional<ObjectName> relation(String field, PgSchema holder) {
        return Optional.of(name(field, holder));
    }

    @Override
    dev.decant.model.compositetype.CompositeType build(PgSchema holder, String field, Targets targets) {
        return new dev.decant.model.compositetype.CompositeType(name(field, holder), attributes, comment());
    }
}
