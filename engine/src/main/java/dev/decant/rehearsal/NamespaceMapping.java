package dev.decant.rehearsal;

import dev.decant.model.Expression;
import dev.decant.model.ObjectKind;
import dev.decant.model.ObjectName;
import dev.decant.model.namespace.Namespace;
import dev.decant.sql.Lexer;
import dev.decant.sql.Syntax;
import dev.decant.sql.Token;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Puts namespaces in the place of others, everywhere in schemas and changes: in names, in types, and in the text of expressions.
 *
 * @param names each namespace, and the one in its place
 * @param syntax how expressions are written
 */
record NamespaceMapping(Map<String, String> names, Syntax syntax) {
    private static final Pattern NAME_IN_STRING =
            Pattern.compile("'(?<namespace>[a-z_][a-z0-9_$]*|\"[^\"']+\")\\..*", Pattern.DOTALL);

    NamespaceMapping {
        names = Map.copyOf(names);
    }

    /** The way back. */
    NamespaceMapping reverse() {
        Map<String, String> back = new LinkedHashMap<>();
        names.forEach((from, to) -> back.put(to, from));
        return new NamespaceMapping(back, syntax);
    }

    /** The same thing with the other namespaces; what is made of records alone is seen in all of its parts. */
    <T> T map(T thing) {
        @SuppressWarnings("unchecked") // a value of the same class comes back
        T mapped = (T) mapped(thing);
        return mapped;
    }

    private Object mapped(Object thing) {
        return switch (thing) {
            case ObjectName name -> names.containsKey(name.schema()) ? name.inSchema(name(name.schema())) : name;
            case Expression expression -> new Expression(text(expression.sql()));
            case Namespace namespace ->
                namespace.withName(ObjectName.of(name(namespace.name().local())));
            case ObjectKind<?> kind -> kind;
            case Optional<?> optional -> optional.map(this::mapped);
            case List<?> list -> all(list, new ArrayList<>());
            case Set<?> set -> all(set, new LinkedHashSet<>());
            case SortedMap<?, ?> map -> all(map, new TreeMap<>());
            case Map<?, ?> map -> all(map, new LinkedHashMap<>());
            case Record value -> rebuilt(value);
            default -> thing;
        };
    }

    private String name(String namespace) {
        return names.getOrDefault(namespace, namespace);
    }

    private Collection<Object> all(Collection<?> things, Collection<Object> into) {
        things.forEach(thing -> into.add(mapped(thing)));
        return into;
    }

    private Map<Object, Object> all(Map<?, ?> things, Map<Object, Object> into) {
        things.forEach((key, value) -> into.put(mapped(key), mapped(value)));
        return into;
    }

    private Object rebuilt(Record value) {
        RecordComponent[] components = value.getClass().getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] arguments = new Object[components.length];
        try {
            for (int i = 0; i < components.length; i++) {
                types[i] = components[i].getType();
                arguments[i] = mapped(components[i].getAccessor().invoke(value));
            }
            Constructor<?> constructor = value.getClass().getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(
                    "no " + value.getClass().getName() + " with other namespaces", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(value.getClass().getName() + " cannot be taken apart", e);
        }
    }

    /** SQL with the other namespaces: names before a dot, and names in strings that are taken for those of relations. */
    String text(String sql) {
        List<Token> tokens = Lexer.tokens(sql, syntax);
        StringBuilder text = new StringBuilder(sql.length());
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean qualifies = i + 1 < tokens.size() && tokens.get(i + 1).isSign(".");
            boolean qualified = i > 0 && tokens.get(i - 1).isSign(".");
            if (token.isName() && qualifies && !qualified && names.containsKey(token.nameIn(syntax))) {
                text.append(syntax.name(name(token.nameIn(syntax))));
            } else {
                text.append(token.kind() == Token.Kind.STRING ? string(token.text()) : token.text());
            }
        }
        return text.toString();
    }

    private String string(String literal) {
        var matcher = NAME_IN_STRING.matcher(literal);
        if (!matcher.matches()) {
            return literal;
        }
        String namespace = matcher.group("namespace").replace("\"", "");
        return names.containsKey(namespace)
                ? "'" + syntax.name(name(namespace)) + literal.substring(matcher.end("namespace"))
                : literal;
    }
}
