package dev.decant.postgresql.browsing;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Types whose values are short and equal when their texts are, as people see them. */
final class PostgresqlScalars {
    private static final Set<String> ALL = Set.of(
            "bool",
            "int2",
            "int4",
            "int8",
            "float4",
            "float8",
            "numeric",
            "money",
            "oid",
            "date",
            "time",
            "timetz",
            "timestamp",
            "timestamptz",
            "uuid",
            "inet",
            "cidr",
            "macaddr",
            "macaddr8",
            "enum",
            "name");

    private PostgresqlScalars() {}

    /** These types, and more of which one of the two holds. */
    static Set<String> and(String... more) {
        return Stream.concat(ALL.stream(), Arrays.stream(more)).collect(Collectors.toUnmodifiableSet());
    }
}
