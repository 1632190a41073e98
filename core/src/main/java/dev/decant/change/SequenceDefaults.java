package dev.decant.change;

import dev.decant.model.Column;
import dev.decant.model.Expression;
import dev.decant.model.Fill;
import dev.decant.model.ObjectName;
import dev.decant.model.Table;
import dev.decant.sql.Syntax;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Defaults that take the next value of a sequence, which they name in a text. */
final class SequenceDefaults {
    private static final Pattern NEXT_VALUE =
            Pattern.compile("(nextval\\(')((?:[^']|'')++)(')", Pattern.CASE_INSENSITIVE);

    private final Table table;
    private final Syntax syntax;

    SequenceDefaults(Table table, Syntax syntax) {
        this.table = table;
        this.syntax = syntax;
    }

    /** The column with a default that still names its sequence after that has another name. */
    Column following(Column column, ObjectName before, ObjectName after) {
        return column.fill() instanceof Fill.Default given
                ? column.withFill(new Fill.Default(new Expression(following(given, before, after))))
                : column;
    }

    private String following(Fill.Default given, ObjectName before, ObjectName after) {
        Matcher matcher = NEXT_VALUE.matcher(given.value().sql());
        return matcher.replaceAll(found -> {
            ObjectName name = ObjectName.parse(found.group(2).replace("''", "'"));
            boolean bare = name.schema().isEmpty();
            boolean isIt = (bare ? name.inSchema(table.name().schema()) : name).equals(before);
            String written = bare && after.schema().equals(before.schema())
                    ? syntax.name(after.local())
                    : syntax.name(after.schema(), after.local());
            return Matcher.quoteReplacement(
                    isIt ? found.group(1) + written.replace("'", "''") + found.group(3) : found.group());
        });
    }
}
