package dev.decant.plan;

import dev.decant.model.Expression;
import dev.decant.model.ObjectKey;
import dev.decant.model.ObjectName;
import dev.decant.model.Reference;
import dev.decant.model.raw.RawObject;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts in expressions that are read as names of things: PostgreSQL's manual, 8.19. */
final class TextNames {
    private static final Pattern NAME = Pattern.compile("'((?:[^']|'')++)'::reg(class|config|dictionary)\\b");

    /** The functions that take the name of a sequence: the manual, 9.17. */
    private static final Pattern SEQUENCE =
            Pattern.compile("\\b(?:nextval|currval|setval)\\s*\\(\\s*'((?:[^']|'')++)'", Pattern.CASE_INSENSITIVE);

    private TextNames() {}

    /**
     * What they call.
     *
     * @param beside where a name without a namespace is looked for
     */
    static Set<Reference> in(Expression expression, ObjectName beside) {
        Set<Reference> called = new HashSet<>();
        Matcher text = NAME.matcher(expression.sql());
        while (text.find()) {
            ObjectName name = Uses.resolved(text.group(1), beside);
            called.add(
                    switch (text.group(2)) {
                        case "config" -> raw("text search configuration", name);
                        case "dictionary" -> raw("text search dictionary", name);
                        default -> new Reference.ToRelation(name);
                    });
        }
        Matcher sequence = SEQUENCE.matcher(expression.sql());
        while (sequence.find()) {
            called.add(new Reference.ToRelation(Uses.resolved(sequence.group(1), beside)));
        }
        return called;
    }

    private static Reference raw(String kind, ObjectName name) {
        return new Reference.ToObject(new ObjectKey(RawObject.kindOf(kind), name));
    }
}
