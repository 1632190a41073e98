package dev.decant.model;

import java.util.List;
import java.util.Set;

/** Something of a schema that other things can depend on, by name. */
public sealed interface Reference {
    /** A namespace. */
    record ToNamespace(String name) implements Reference {}

    /** A table. */
    record ToTable(ObjectName table) implements Reference {}

    /** The name of a relation: tables, sequences, indexes and the indexes of keys share the names of a namespace. */
    record ToRelation(ObjectName name) implements Reference {}

    /** A column of a table. */
    record ToColumn(ObjectName table, String column) implements Reference {}

    /** A constraint or an index of a table. */
    record ToPart(ObjectName table, PartKind kind, String part) implements Reference {}

    /** The primary key of a table, of which there is but one whatever its name. */
    record ToPrimaryKey(ObjectName table) implements Reference {}

    /** Any key over these columns of a table that a foreign key can point at. */
    record ToKey(ObjectName table, Set<String> columns) implements Reference {
        /** Copies the columns. */
        public ToKey {
            columns = Set.copyOf(columns);
        }

        /** The key over columns in some order. */
        public static ToKey of(ObjectName table, List<String> columns) {
            return new ToKey(table, Set.copyOf(columns));
        }
    }

    /** A type that the schema declares, of whatever kind. */
    record ToType(ObjectName type) implements Reference {}

    /** An object that is not a table. */
    record ToObject(ObjectKey object) implements Reference {}

    /** A function, procedure, aggregate or operator, whatever its arguments. */
    record ToRoutine(ObjectName routine) implements Reference {}

    /** A named member of an object: a label of an enum. */
    record ToMember(ObjectKey object, String member) implements Reference {}
}
