package dev.decant.model.raw;

import dev.decant.model.Expression;
import dev.decant.model.ObjectKey;
import dev.decant.model.ObjectKind;
import dev.decant.model.ObjectName;
import dev.decant.model.Reference;
import dev.decant.model.SchemaObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An object of a kind that has no record of its own: the SQL that makes it, by which it is compared.
 *
 * @param kind the kind, one of {@link #KINDS}
 * @param name its name, in no namespace when it is the whole database's
 * @param signature what tells it from others of its kind and name, as SQL: {@code (integer, integer)}
 * @param definition the statements that make it, in their order
 * @param needs the objects that must be there before it and that its definition does not name in full
 * @param comment what users are told about it; may be empty
 */
public record RawObject(
        ObjectKind<RawObject> kind,
        ObjectName name,
        Optional<Expression> signature,
        List<Expression> definition,
        List<ObjectKey> needs,
        String comment)
        implements SchemaObject {
    /** The kinds that there are, by their ids; PostgreSQL's words for them. */
    public static final Map<String, ObjectKind<RawObject>> KINDS = kinds();

    private static final Pattern TYPE_OF_CLASS = Pattern.compile(" FOR TYPE (.+?) USING ");

    /** In a statement of a publication of its own: {@code ALTER PUBLICATION news ADD TABLES IN SCHEMA sales}. */
    private static final Pattern PUBLISHED_NAMESPACE =
            Pattern.compile(" ADD TABLES IN SCHEMA (\"(?:[^\"]|\"\")+\"|[^\\s,;.\"]+)$");

    /** Copies and sorts; refuses a kind that is another's, and one without a definition. */
    public RawObject {
        definition = List.copyOf(definition);
        needs = needs.stream().distinct().sorted().toList();
        if (!KINDS.containsValue(kind)) {
            throw new IllegalArgumentException("a " + kind + " has a record of its own");
        }
        if (definition.isEmpty()) {
            throw new IllegalArgumentException("the " + kind + " " + name + " has no definition");
        }
    }

    private static Map<String, ObjectKind<RawObject>> kinds() {
        Map<String, ObjectKind<RawObject>> kinds = new TreeMap<>();
        Stream.of(
                        "access method",
                        "cast",
                        "conversion",
                        "foreign data wrapper",
                        "language",
                        "operator",
                        "operator class",
                        "operator family",
                        "publication",
                        "server",
                        "subscription",
                        "text search configuration",
                        "text search dictionary",
                        "text search parser",
                        "text search template",
                        "transform",
                        "user mapping")
                .forEach(id -> kinds.put(id, ObjectKind.of(id, RawObject.class)));
        return Map.copyOf(kinds);
    }

    /**
     * The kind of that id.
     *
     * @throws IllegalArgumentException when it is none of them
     */
    public static ObjectKind<RawObject> kindOf(String id) {
        ObjectKind<RawObject> kind = KINDS.get(id);
        if (kind == null) {
            throw new IllegalArgumentException("no object is a raw " + id);
        }
        return kind;
    }

    /** Points at an operator class of an access method. */
    public static Reference operatorClass(ObjectName name, String method) {
        String distinction = ObjectName.of(method).toString();
        return new Reference.ToObject(new ObjectKey(kindOf("operator class"), name, distinction));
    }

    @Override
    public RawObject withName(ObjectName other) {
        return new RawObject(kind, other, signature, definition, needs, comment);
    }

    /** The same made by other statements. */
    public RawObject withDefinition(List<Expression> others) {
        return new RawObject(kind, name, signature, others, needs, comment);
    }

    /** The same with another comment. */
    public RawObject withComment(String other) {
        return new RawObject(kind, name, signature, definition, needs, other);
    }

    /** The same told from others by types that are called otherwise: a cast is called by them, an operator and a transform are distinguished by them. */
    public RawObject withTypes(UnaryOperator<Expression> change) {
        return switch (kind.id()) {
            case "cast" ->
                withName(name.withLocal(
                        change.apply(new Expression(name.local())).sql()));
            case "operator", "transform" ->
                new RawObject(kind, name, signature.map(change), definition, needs, comment);
            default -> this;
        };
    }

    @Override
    public String distinction() {
        return signature.map(Expression::sql).orElse("");
    }

    @Override
    public Set<Reference> uses() {
        Stream<Reference> needed = needs.stream().map(Reference.ToObject::new);
        return Stream.concat(needed, publishedNamespaces()).collect(Collectors.toUnmodifiableSet());
    }

    private Stream<Reference> publishedNamespaces() {
        return kind.id().equals("publication")
                ? definition.stream()
                        .map(statement -> PUBLISHED_NAMESPACE.matcher(statement.sql()))
                        .filter(Matcher::find)
                        .map(namespace -> new Reference.ToNamespace(
                                ObjectName.parse(namespace.group(1)).local()))
                : Stream.empty();
    }

    /** An operator is called like a routine, whatever its arguments; an operator class is the only one of its family for its type. */
    @Override
    public Set<Reference> provides() {
        Stream<Reference> itself = Stream.of(new Reference.ToObject(key()));
        Stream<Reference> besides = isOperator() ? Stream.of(new Reference.ToRoutine(name)) : placesInFamilies();
        return Stream.concat(itself, besides).collect(Collectors.toUnmodifiableSet());
    }

    private Stream<Reference> placesInFamilies() {
        Matcher type = TYPE_OF_CLASS.matcher(definition.getFirst().sql());
        return kind.id().equals("operator class") && type.find()
                ? needs.stream()
                        .filter(need -> need.kind().id().equals("operator family"))
                        .map(family -> new Reference.ToMember(family, type.group(1)))
                : Stream.empty();
    }

    private boolean isOperator() {
        return kind.id().equals("operator");
    }

    /** Of an operator, only what it needs: it may name others that come later as its opposites. */
    @Override
    public List<Expression> code() {
        return isOperator()
                ? definition.stream().map(RawObject::withoutOpposites).toList()
                : definition;
    }

    private static Expression withoutOpposites(Expression definition) {
        return new Expression(definition.sql().replaceAll("(COMMUTATOR|NEGATOR) = OPERATOR\\([^)]*\\)", ""));
    }

    @Override
    public RawObject withCode(UnaryOperator<Expression> change) {
        return new RawObject(
                kind, name, signature, definition.stream().map(change).toList(), needs, comment);
    }
}
