package dev.decant.postgresql.type;

import static dev.decant.postgresql.sql.PostgresqlText.name;
import static dev.decant.postgresql.sql.PostgresqlText.type;

import dev.decant.dialect.Hazard;
import dev.decant.dialect.Statement;
import dev.decant.model.Column;
import dev.decant.model.DataType;
import dev.decant.model.Expression;
import dev.decant.model.ObjectName;
import dev.decant.model.enumtype.EnumType;
import dev.decant.postgresql.sql.PostgresqlComments;
import dev.decant.postgresql.sql.PostgresqlText;
import dev.decant.sql.Labels;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * An enum that takes the place of one that loses labels or has them in another order, which ALTER TYPE cannot do.
 *
 * <p>Every column takes the new type by way of text. Values that have no label any more make it fail, so nothing is lost.
 */
final class PostgresqlEnumSwap implements PostgresqlTypeSwap.Successor {
    private final EnumType type;
    private final EnumType after;
    private final List<String> removed;

    PostgresqlEnumSwap(EnumType type, EnumType after) {
        this.type = type;
        this.after = after;
        removed = type.labels().stream()
                .filter(label -> !after.labels().contains(label))
                .toList();
    }

    @Override
    public String word() {
        return "TYPE";
    }

    /** A comment that becomes another is another's business. */
    @Override
    public List<Statement> create() {
        List<Statement> statements = new ArrayList<>(List.of(PostgresqlEnums.create(after)));
        if (!type.comment().isEmpty() && type.comment().equals(after.comment())) {
            statements.add(PostgresqlComments.on("TYPE", name(after.name()), after.comment()));
        }
        return statements;
    }

    @Override
    public String using(Column column) {
        DataType text = DataType.of("text").withDimensions(column.type().dimensions());
        return name(column.name()) + "::" + type(text) + "::" + type(column.type());
    }

    /** Whether a default names no label that goes; if it does, another change sets the new one. */
    @Override
    public boolean keeps(Expression value) {
        return Collections.disjoint(Labels.in(value.sql(), PostgresqlText.SYNTAX), removed);
    }

    /** Whether no label that goes is one of the type in it. */
    @Override
    public boolean allows(Expression condition) {
        return Collections.disjoint(PostgresqlCastLabels.of(type.name(), condition), removed);
    }

    @Override
    public boolean allowsDefault(Expression value) {
        return keeps(value) && allows(value);
    }

    @Override
    public Statement steppingAside(Statement statement) {
        return removed.isEmpty()
                ? statement
                : statement.with(
                        Hazard.Kind.BREAKING,
                        "programs that write " + String.join(", ", removed) + " to " + type.name() + " fail");
    }

    @Override
    public Statement converting(Statement statement, ObjectName table) {
        return removed.isEmpty()
                ? statement
                : statement.with(
                        Hazard.Kind.DATA_DEPENDENT,
                        "fails when a row of " + table + " holds " + String.join(" or ", removed));
    }
}
