package dev.decant.postgresql.type;

import dev.decant.dialect.Hazard;
import dev.decant.dialect.Statement;
import dev.decant.model.Column;
import dev.decant.model.DataType;
import dev.decant.model.Expression;
import dev.decant.model.ObjectName;
import dev.decant.postgresql.sql.PostgresqlText;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A domain, range or composite type that takes the place of one that it differs from too much.
 *
 * @param word the word for the kind of type
 * @param type its name
 * @param create what makes it
 * @param using the value of a column of it, from that of the old one
 * @param kept whether a default of a column is one of it too
 */
record PostgresqlTypeSuccessor(
        String word,
        ObjectName type,
        List<Statement> create,
        Function<Column, String> using,
        Predicate<Expression> kept)
        implements PostgresqlTypeSwap.Successor {
    PostgresqlTypeSuccessor {
        create = List.copyOf(create);
    }

    /** One that takes all defaults of the old one. */
    PostgresqlTypeSuccessor(String word, ObjectName type, List<Statement> create, Function<Column, String> using) {
        this(word, type, create, using, value -> true);
    }

    /** One whose values are read from the text of the old ones. */
    static PostgresqlTypeSuccessor byText(String word, ObjectName type, List<Statement> create) {
        return new PostgresqlTypeSuccessor(word, type, create, column -> {
            DataType text = DataType.of("text").withDimensions(column.type().dimensions());
            return PostgresqlText.name(column.name()) + "::" + PostgresqlText.type(text) + "::"
                    + PostgresqlText.type(column.type());
        });
    }

    /** The same, of which not all defaults of columns are any more. */
    PostgresqlTypeSuccessor keeping(Predicate<Expression> defaults) {
        return new PostgresqlTypeSuccessor(word, type, create, using, defaults);
    }

    @Override
    public boolean keeps(Expression value) {
        return kept.test(value);
    }

    @Override
    public String using(Column column) {
        return using.apply(column);
    }

    @Override
    public Statement converting(Statement statement, ObjectName table) {
        return statement.with(
                Hazard.Kind.DATA_DEPENDENT, "fails when a value of " + table + " is none of the new type " + type);
    }
}
