package dev.decant.postgresql.type;

import dev.decant.dialect.Hazard;
import dev.decant.dialect.Statement;
import dev.decant.model.Column;
import dev.decant.model.DataType;
import dev.decant.model.ObjectName;
import dev.decant.postgresql.sql.PostgresqlText;
import java.util.List;
import java.util.function.Function;

/**
 * A domain, range or composite type that takes the place of one that it differs from too much.
 *
 * @param word the word for the kind of type
 * @param type its name
 * @param create what makes it
 * @param using the value of a column of it, from that of the old one
 */
record PostgresqlTypeSuccessor(String word, ObjectName type, List<Statement> create, Function<Column, String> using)
        implements PostgresqlTypeSwap.Successor {
    PostgresqlTypeSuccessor {
        create = List.copyOf(create);
    }

    /** One whose values are read from the text of the old ones. */
    static PostgresqlTypeSuccessor byText(String word, ObjectName type, List<Statement> create) {
        return new PostgresqlTypeSuccessor(word, type, create, column -> {
            DataType text = DataType.of("text").withDimensions(column.type().dimensions());
            return PostgresqlText.name(column.name()) + "::" + PostgresqlText.type(text) + "::"
                    + PostgresqlText.type(column.type());
        });
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
