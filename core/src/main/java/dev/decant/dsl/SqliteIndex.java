package dev.decant.dsl;

import java.util.List;

/** An index of an SQLite table. */
public final class SqliteIndex extends Index {
    private SqliteIndex(Start start, List<PlainKey> keys) {
        super(start.name, start.unique, "", keys);
    }

    /** Holds only the rows that satisfy a condition. */
    public SqliteIndex where(String condition) {
        return where(SqlExpression.of(condition));
    }

    /** Holds only the rows that satisfy a condition. */
    public SqliteIndex where(SqlExpression condition) {
        setPredicate(condition);
        return this;
    }

    @Override
    public SqliteIndex renamedFrom(String... formerNames) {
        addFormerNames(formerNames);
        return this;
    }

    /** An index of which is not yet said what it sorts. */
    public static final class Start {
        private final String name;
        private boolean unique;

        Start(String name) {
            this.name = name;
        }

        /** Lets no two rows share a key. */
        public Start unique() {
            unique = true;
            return this;
        }

        /** Sorts by these keys. */
        public SqliteIndex on(PlainKey... keys) {
            return new SqliteIndex(this, List.of(keys));
        }
    }
}
