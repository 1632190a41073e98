package dev.decant.change;

import dev.decant.model.Expression;
import dev.decant.model.ObjectName;
import dev.decant.model.Reference;
import dev.decant.model.SchemaObject;
import dev.decant.model.raw.RawObject;
import dev.decant.model.rule.Rule;
import dev.decant.sql.QueryRename;
import dev.decant.sql.Syntax;
import java.util.Set;

/** The rename of what the code of an object reads, where the database keeps the code in its own form and does the same. */
final class CodeRename {
    /** What a rule calls the row that is written. */
    private static final Set<String> ROWS = Set.of("new", "old");

    private CodeRename() {}

    static SchemaObject in(SchemaObject object, Reference before, Reference after, Syntax syntax) {
        return switch (before) {
            case Reference.ToRelation(ObjectName then)
            when after instanceof Reference.ToRelation(ObjectName now) ->
                named(toldByTypes(object, then, now, syntax), then, now, syntax);
            case Reference.ToType(ObjectName then)
            when after instanceof Reference.ToType(ObjectName now) ->
                named(toldByTypes(object, then, now, syntax), then, now, syntax);
            case Reference.ToRoutine(ObjectName then)
            when after instanceof Reference.ToRoutine(ObjectName now) -> named(object, then, now, syntax);
            case Reference.ToColumn(ObjectName table, String then)
            when after instanceof Reference.ToColumn(ObjectName same, String now) ->
                object.withCode(code -> new Expression(QueryRename.column(
                        code.sql(), table.schema(), table.local(), then, now, aliases(object, table), syntax)));
            default -> object;
        };
    }

    private static SchemaObject named(SchemaObject object, ObjectName before, ObjectName after, Syntax syntax) {
        return object.withCode(code -> named(code, before, after, syntax));
    }

    private static SchemaObject toldByTypes(SchemaObject object, ObjectName before, ObjectName after, Syntax syntax) {
        return object instanceof RawObject raw ? raw.withTypes(code -> named(code, before, after, syntax)) : object;
    }

    private static Expression named(Expression code, ObjectName before, ObjectName after, Syntax syntax) {
        return new Expression(QueryRename.relation(
                code.sql(), before.schema(), before.local(), after.schema(), after.local(), syntax));
    }

    private static Set<String> aliases(SchemaObject object, ObjectName table) {
        return object instanceof Rule rule && rule.tableName().equals(table) ? ROWS : Set.of();
    }
}
