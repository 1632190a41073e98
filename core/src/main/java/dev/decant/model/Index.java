package dev.decant.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An index that no constraint owns.
 *
 * @param name its name, unique among the indexes of its table's namespace
 * @param keys what it is sorted by, at least one
 * @param unique whether no two rows share a key
 * @param method the access method, {@code btree} mostly; empty where the database has but one
 * @param nullsNotDistinct whether nulls count as equal in a unique index
 * @param include columns kept beside the keys
 * @param predicate which rows it holds; all when empty
 * @param storage the method's own parameters, and what else the dialect knows of an index, by its own keys
 * @param comment what users are told about it; may be empty
 */
public record Index(
        String name,
        List<Key> keys,
        boolean unique,
        String method,
        boolean nullsNotDistinct,
        List<String> include,
        Optional<Expression> predicate,
        Map<String, String> storage,
        String comment)
        implements TablePart {
    /** Copies the lists; refuses an index of nothing. */
    public Index {
        keys = List.copyOf(keys);
        include = List.copyOf(include);
        storage = Options.copyOf(storage);
        Names.requireName(name, "index");
        Names.requireSome(keys, "the keys of the index " + name);
    }

    /** A plain index over columns. */
    public static Index of(String name, String method, List<String> columns) {
        return new Index(
                name,
                columns.stream().map(Key::of).toList(),
                false,
                method,
                false,
                List.of(),
                Optional.empty(),
                Map.of(),
                "");
    }

    @Override
    public Index withName(String other) {
        return new Index(other, keys, unique, method, nullsNotDistinct, include, predicate, storage, comment);
    }

    @Override
    public Index withComment(String other) {
        return new Index(name, keys, unique, method, nullsNotDistinct, include, predicate, storage, other);
    }

    /** The same over other keys. */
    public Index withKeys(List<Key> other) {
        return new Index(name, other, unique, method, nullsNotDistinct, include, predicate, storage, comment);
    }

    /** The same with other columns kept beside the keys. */
    public Index withInclude(List<String> other) {
        return new Index(name, keys, unique, method, nullsNotDistinct, other, predicate, storage, comment);
    }

    /** The same over other rows. */
    public Index withPredicate(Optional<Expression> other) {
        return new Index(name, keys, unique, method, nullsNotDistinct, include, other, storage, comment);
    }

    /** The same, unique or not. */
    public Index withUnique(boolean other) {
        return new Index(name, keys, other, method, nullsNotDistinct, include, predicate, storage, comment);
    }

    /** The same with other storage parameters. */
    public Index withStorage(Map<String, String> other) {
        return new Index(name, keys, unique, method, nullsNotDistinct, include, predicate, other, comment);
    }

    /** What an index sorts by. */
    public sealed interface Subject {
        /** A column. */
        record OfColumn(String column) implements Subject {}

        /** A value computed from the row. */
        record OfExpression(Expression expression) implements Subject {}
    }

    /** Where nulls stand. */
    public enum Nulls {
        /** Where the database puts them by itself for the key's direction. */
        DEFAULT,
        /** Before all values. */
        FIRST,
        /** After all values. */
        LAST
    }

    /**
     * One key of an index.
     *
     * @param subject the column or expression
     * @param descending whether it is sorted downwards
     * @param nulls where nulls stand
     * @param operatorClass how values are compared, when not in the type's default way
     * @param collation in whose order text is sorted; empty for the column's own
     */
    public record Key(
            Subject subject,
            boolean descending,
            Nulls nulls,
            Optional<OperatorClass> operatorClass,
            Optional<ObjectName> collation) {
        /** An ascending key over a column. */
        public static Key of(String column) {
            return of(new Subject.OfColumn(column));
        }

        /** An ascending key over a column or an expression. */
        public static Key of(Subject subject) {
            return new Key(subject, false, Nulls.DEFAULT, Optional.empty(), Optional.empty());
        }

        /** The same over something else. */
        public Key withSubject(Subject other) {
            return new Key(other, descending, nulls, operatorClass, collation);
        }

        /** The same in the other direction. */
        public Key withDescending(boolean other) {
            return new Key(subject, other, nulls, operatorClass, collation);
        }

        /** The same with nulls elsewhere. */
        public Key withNulls(Nulls other) {
            return new Key(subject, descending, other, operatorClass, collation);
        }

        /** The same, compared in another way. */
        public Key withOperatorClass(Optional<OperatorClass> other) {
            return new Key(subject, descending, nulls, other, collation);
        }

        /** The same in another collation. */
        public Key withCollation(Optional<ObjectName> other) {
            return new Key(subject, descending, nulls, operatorClass, other);
        }
    }

    /**
     * How an index compares values.
     *
     * @param name the operator class
     * @param parameters its parameters
     */
    public record OperatorClass(ObjectName name, Map<String, String> parameters) {
        /** Copies the parameters. */
        public OperatorClass {
            parameters = Options.copyOf(parameters);
        }
    }
}
