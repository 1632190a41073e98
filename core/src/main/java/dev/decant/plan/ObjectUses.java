package dev.decant.plan;

import dev.decant.dialect.Dialect;
import dev.decant.model.Expression;
import dev.decant.model.ObjectKey;
import dev.decant.model.ObjectName;
import dev.decant.model.Reference;
import dev.decant.model.SchemaObject;
import dev.decant.model.raw.RawObject;
import dev.decant.sql.CommonTables;
import dev.decant.sql.Expressions;
import dev.decant.sql.Mention;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What objects other than tables use of others: what they say themselves, what they are part of, and what their code mentions.
 *
 * <p>Code is read by its tokens alone. A name that could be that of a relation, a type or a routine is taken for each of them, and a name
 * that some mentioned table has a column of is taken for that column; a name that nothing is called by is none of a thing.
 */
final class ObjectUses {
    /** Where names are looked for that stand without a namespace, besides the object's own. */
    private static final String USUAL_NAMESPACE = "public";

    /** A query that groups by a primary key rests on the key: PostgreSQL's manual, SELECT, GROUP BY Clause. */
    private static final Pattern GROUPING = Pattern.compile("\\bgroup\\s+by\\b", Pattern.CASE_INSENSITIVE);

    private final Dialect dialect;
    private final KnownColumns columns;
    private final Set<ObjectKey> readers;

    /**
     * Reads objects of a dialect.
     *
     * @param columns the columns that there are before or after
     * @param loosened in whose code a name without a namespace is that of a column, as long as others have one, or of a query inside
     */
    ObjectUses(Dialect dialect, KnownColumns columns, Loosened loosened) {
        this.dialect = dialect;
        this.columns = columns;
        this.readers = loosened.readers();
    }

    /** What must be there for the object to exist, and stay as it is meanwhile. */
    Set<Reference> usedBy(SchemaObject object) {
        Set<Reference> used = new HashSet<>(object.uses());
        for (Reference direct : object.uses()) {
            if (direct instanceof Reference.ToColumn(ObjectName table, String column)) {
                columns.collect(table, Set.of(column), used);
            }
        }
        used.addAll(Uses.namespace(object.name()));
        object.holder().ifPresent(holder -> used.add(new Reference.ToRelation(holder)));
        mentioned(object, object.code(), used);
        used.removeIf(reference -> isItself(reference, object));
        return used;
    }

    /** Whether only the object can be meant; a routine that it says to use is another one of its name, as an aggregate runs a function. */
    private static boolean isItself(Reference reference, SchemaObject object) {
        boolean namesake =
                reference instanceof Reference.ToRoutine && object.uses().contains(reference);
        return object.provides().contains(reference) && !namesake;
    }

    /** What had better be there before the object; a routine that calls its own name may mean another one that is called so. */
    Set<Reference> preferredBy(SchemaObject object) {
        Set<Reference> preferred = new HashSet<>();
        mentioned(object, object.laterCode(), preferred);
        preferred.removeAll(object.provides());
        preferred.addAll(namesakes(object, Stream.concat(object.code().stream(), object.laterCode().stream())));
        return preferred;
    }

    /** What cannot go before the object: routines of its name that take other types. */
    Set<Reference> heldUpBy(SchemaObject object) {
        return namesakes(object, object.code().stream());
    }

    /** A routine that calls something of its own name calls itself, or one that takes other types. */
    private Set<Reference> namesakes(SchemaObject object, Stream<Expression> code) {
        Reference.ToRoutine own = new Reference.ToRoutine(object.name());
        boolean calls = object.provides().contains(own)
                && code.flatMap(each -> Expressions.identifiers(each.sql(), dialect.syntax()).stream())
                        .filter(mention -> mention.role() == Mention.Role.CALL)
                        .anyMatch(mention ->
                                mention.path().equals(List.of(object.name().local())) || isNameOf(object, mention));
        return calls ? Set.of(own) : Set.of();
    }

    private void mentioned(SchemaObject object, List<Expression> code, Set<Reference> into) {
        Set<ObjectName> things = new LinkedHashSet<>();
        object.holder().ifPresent(things::add);
        Set<String> names = new TreeSet<>();
        boolean grouped = code.stream()
                .anyMatch(expression -> GROUPING.matcher(expression.sql()).find());
        Set<List<String>> paths = new LinkedHashSet<>();
        Set<List<String>> others = new HashSet<>();
        int ofItself = 0;
        for (Expression expression : code) {
            for (Mention mention : Expressions.identifiers(expression.sql(), dialect.syntax())) {
                paths.add(mention.path());
                ofItself += isNameOf(object, mention) ? 1 : 0;
                if (mention.role() != Mention.Role.NAME) {
                    others.add(mention.path());
                }
                names.add(mention.name());
            }
            names.addAll(Expressions.fields(expression.sql(), dialect.syntax()));
            into.addAll(TextNames.in(expression, object.name()));
        }
        if (object instanceof RawObject && ofItself > 0) {
            // It says in full what it is called, and so it does of all others: what is left are the words of the
            // statement.
            paths.removeIf(path -> path.size() == 1);
        }
        Set<String> qualified = qualified(paths);
        if (readers.contains(object.key())) {
            Set<String> inner = innerTables(code);
            paths.removeIf(path -> inner.contains(path.getFirst())
                    || path.size() == 1 && !others.contains(path) && !qualified.isEmpty());
        }
        paths.forEach(path -> things.addAll(candidates(path, object.name().schema(), qualified)));
        things.removeIf(thing -> !columns.isThing(thing));
        if (object instanceof RawObject && ofItself <= code.size()) {
            // Each of its statements says how it is called itself.
            things.remove(object.name());
        }
        for (ObjectName thing : things) {
            into.add(new Reference.ToRelation(thing));
            into.add(new Reference.ToRoutine(thing));
            into.add(new Reference.ToType(thing));
            if (grouped) {
                into.add(new Reference.ToPrimaryKey(thing));
            }
            columns.collect(thing, names, into);
        }
    }

    private static boolean isNameOf(SchemaObject object, Mention mention) {
        return mention.path()
                .equals(List.of(object.name().schema(), object.name().local()));
    }

    /** The names of what stands with its namespace: where one of them stands alone, it means the same thing. */
    private Set<String> qualified(Set<List<String>> paths) {
        return paths.stream()
                .filter(path -> path.size() > 1 && columns.isThing(ObjectName.of(path.get(0), path.get(1))))
                .map(path -> path.get(1))
                .collect(Collectors.toSet());
    }

    private Set<String> innerTables(List<Expression> code) {
        return code.stream()
                .flatMap(expression -> CommonTables.in(expression.sql(), dialect.syntax()).stream())
                .collect(Collectors.toSet());
    }

    /** What a path of names may call: the thing itself, or the thing whose column it is. */
    private static Set<ObjectName> candidates(List<String> path, String namespace, Set<String> qualified) {
        Set<ObjectName> candidates = new LinkedHashSet<>();
        if (path.size() > 1) {
            candidates.add(ObjectName.of(path.get(0), path.get(1)));
        }
        if (path.size() < 3 && !qualified.contains(path.getFirst())) {
            candidates.add(ObjectName.of(namespace, path.getFirst()));
            candidates.add(ObjectName.of(USUAL_NAMESPACE, path.getFirst()));
        }
        return candidates;
    }
}
