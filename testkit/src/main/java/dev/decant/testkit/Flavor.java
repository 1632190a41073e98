package dev.decant.testkit;

import dev.decant.model.DataType;
import dev.decant.model.Expression;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What random schemas are made of, so that they suit a database.
 *
 * @param namespaces the namespaces of tables, the first of which is always there; one empty name where there are none
 * @param types the types of columns
 * @param identities what a column can be filled with besides a default
 * @param enums whether there are enums and sequences
 * @param comments whether things can have comments
 * @param deferrable whether constraints can be deferred
 * @param indexMethod the method of every index; empty where there is but one
 */
public record Flavor(
        List<String> namespaces,
        List<Sample> types,
        Set<Trait> identities,
        boolean enums,
        boolean comments,
        boolean deferrable,
        String indexMethod) {
    /** Copies the lists. */
    public Flavor {
        namespaces = List.copyOf(namespaces);
        types = List.copyOf(types);
        identities = Set.copyOf(identities);
    }

    /** What some databases have and others do not. */
    public enum Trait {
        /** Identity columns. */
        IDENTITY,
        /** Serial columns. */
        SERIAL,
        /** Stored generated columns. */
        GENERATED,
        /** INCLUDE, NULLS NOT DISTINCT and the order of nulls in indexes. */
        RICH_INDEXES
    }

    /**
     * A type with a default that suits it.
     *
     * @param type the type
     * @param value a default in canonical text, if the type is to have one
     */
    public record Sample(DataType type, Optional<Expression> value) {
        static Sample of(DataType type, String value) {
            return new Sample(type, Optional.of(new Expression(value)));
        }

        static Sample of(DataType type) {
            return new Sample(type, Optional.empty());
        }
    }

    /** For PostgreSQL. */
    public static final Flavor POSTGRESQL = new Flavor(
            List.of("public", "audit"),
            List.of(
                    Sample.of(DataType.of("integer"), "7"),
                    Sample.of(DataType.of("integer")),
                    Sample.of(DataType.of("bigint"), "0"),
                    Sample.of(DataType.of("smallint")),
                    Sample.of(DataType.of("text"), "'it''s'"),
                    Sample.of(DataType.of("text")),
                    Sample.of(DataType.of("character varying", 40)),
                    Sample.of(DataType.of("boolean"), "true"),
                    Sample.of(DataType.of("numeric", 12, 2)),
                    Sample.of(DataType.of("timestamp with time zone"), "now()"),
                    Sample.of(DataType.of("timestamp without time zone", 3)),
                    Sample.of(DataType.of("date")),
                    Sample.of(DataType.of("uuid"), "gen_random_uuid()"),
                    Sample.of(DataType.of("jsonb"), "'{}'"),
                    Sample.of(DataType.of("bytea")),
                    Sample.of(DataType.of("double precision")),
                    Sample.of(DataType.of("text").withDimensions(1)),
                    Sample.of(DataType.of("integer").withDimensions(2))),
            Set.of(Trait.values()),
            true,
            true,
            true,
            "btree");
}
