package dev.decant.dsl;

import dev.decant.model.Expression;
import dev.decant.model.ObjectKey;
import dev.decant.model.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An object that has no class of its own here: the SQL that makes it, by which it is compared to the letter. */
public final class RawObject extends DeclaredObject {
    private final String kind;
    private final ObjectName name;
    private final List<Expression> definition = new ArrayList<>();
    private final List<ObjectKey> needs = new ArrayList<>();
    private Optional<Expression> signature = Optional.empty();

    RawObject(String kind, String name) {
        this.kind = kind;
        this.name = ObjectName.parse(name);
    }

    /**
     * Is told from others of its kind and name by this: the types of an operator in parentheses, the access method of an operator class or
     * family, the type of a transform, the user of a user mapping.
     */
    public RawObject signature(String sql) {
        signature = Optional.of(new Expression(sql));
        return this;
    }

    /** Is made by these statements, in their order, without semicolons at their ends. */
    public RawObject sql(String... statements) {
        for (String statement : statements) {
            definition.add(new Expression(statement));
        }
        return this;
    }

    /** Needs another raw object that its statements do not name in full. */
    public RawObject needs(String otherKind, String otherName, String... otherSignature) {
        needs.add(new ObjectKey(dev.decant.model.raw.RawObject.kindOf(otherKind), ObjectName.parse(otherName), String.join("", otherSignature)));
        return this;
    }

    /** Tells the database's users about the object. */
    public RawObject comment(String comment) {
        setComment(comment);
        return this;
    }

    @Override
    dev.decant.model.raw.RawObject build(PgSchema owner, String field, Targets targets) {
        return new dev.decant.model.raw.RawObject(
                dev.decant.model.raw.RawObject.kindOf(kind), name, signature, definition, needs, comment());
    }
}
