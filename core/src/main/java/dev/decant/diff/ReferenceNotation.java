package dev.decant.diff;

import dev.decant.failure.Failure;
import dev.decant.model.FormerName;
import dev.decant.model.ObjectKey;
import dev.decant.model.ObjectKind;
import dev.decant.model.ObjectName;
import dev.decant.model.PartKind;
import dev.decant.model.Reference;
import java.util.Collection;
import java.util.List;

/**
 * References as text, for flags and questions: a word for the kind, a colon, the names joined by dots: {@code table:public.users}, {@code
 * column:public.users.email}, {@code enum:public.mood}, {@code label:public.mood.happy}.
 */
public final class ReferenceNotation {
    private static final String LABEL = "label";

    private ReferenceNotation() {}

    /** The reference as text. */
    public static String format(Reference reference) {
        return kind(reference) + ":" + path(reference);
    }

    /** The reference as words: {@code column public.users.email}. */
    public static String words(Reference reference) {
        return kind(reference) + " " + path(reference);
    }

    /** A rename as text, {@code column:public.users.mail=email}: the former thing, an equals sign, its name now. */
    static String rename(Reference current, String former) {
        return switch (current) {
            case Reference.ToTable(ObjectName table) -> "table:" + former + "=" + table;
            case Reference.ToObject(ObjectKey key) -> key.kind() + ":" + former + "=" + key.name();
            case Reference other -> format(withLast(other, former)) + "=" + ObjectName.of(last(other));
        };
    }

    /**
     * Reads the notation of {@link #format(Reference)}.
     *
     * @param kinds the kinds of objects that there are
     */
    public static Reference parse(String text, Collection<ObjectKind<?>> kinds) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw malformed(text);
        }
        try {
            return reference(text.substring(0, colon), ObjectName.parts(text.substring(colon + 1)), kinds, text);
        } catch (IllegalArgumentException | IndexOutOfBoundsException unreadable) {
            throw malformed(text);
        }
    }

    /**
     * Reads a rename, {@code column:public.users.mail=email}; a table or object that moves has both names in full.
     *
     * @param kinds the kinds of objects that there are
     */
    public static FormerName parseRename(String text, Collection<ObjectKind<?>> kinds) {
        int equals = text.lastIndexOf('=');
        if (equals < 0) {
            throw malformed(text);
        }
        Reference former = parse(text.substring(0, equals), kinds);
        ObjectName name = ObjectName.parse(text.substring(equals + 1));
        return switch (former) {
            case Reference.ToTable(ObjectName table) ->
                new FormerName(new Reference.ToTable(moved(table, name)), table.toString());
            case Reference.ToObject(ObjectKey key) ->
                new FormerName(
                        new Reference.ToObject(new ObjectKey(key.kind(), moved(key.name(), name))),
                        key.name().toString());
            case Reference other -> new FormerName(withLast(other, name.local()), last(other));
        };
    }

    private static ObjectName moved(ObjectName before, ObjectName after) {
        return after.schema().isEmpty() ? before.withLocal(after.local()) : after;
    }

    private static Reference reference(String kind, List<String> parts, Collection<ObjectKind<?>> kinds, String text) {
        List<String> holder = parts.subList(0, parts.size() - 1);
        String last = parts.getLast();
        return switch (kind) {
            case "table" -> new Reference.ToTable(name(parts));
            case "column" -> new Reference.ToColumn(name(holder), last);
            case "constraint" -> new Reference.ToPart(name(holder), PartKind.CONSTRAINT, last);
            case "index" -> new Reference.ToPart(name(holder), PartKind.INDEX, last);
            case LABEL -> new Reference.ToMember(new ObjectKey(objectKind("enum", kinds, text), name(holder)), last);
            default -> new Reference.ToObject(new ObjectKey(objectKind(kind, kinds, text), name(parts)));
        };
    }

    private static ObjectKind<?> objectKind(String id, Collection<ObjectKind<?>> kinds, String text) {
        return kinds.stream().filter(kind -> kind.id().equals(id)).findFirst().orElseThrow(() -> malformed(text));
    }

    private static ObjectName name(List<String> parts) {
        return switch (parts.size()) {
            case 1 -> ObjectName.of(parts.getFirst());
            case 2 -> ObjectName.of(parts.getFirst(), parts.getLast());
            default -> throw new IllegalArgumentException("not a name: " + parts);
        };
    }

    private static RuntimeException malformed(String text) {
        return Failure.of("DCT-402", "\"" + text + "\" does not name anything of a schema")
                .next("write it like table:public.users, column:public.users.email, enum:public.mood, "
                        + "label:public.mood.happy, index:public.users.ix_email; a rename adds =newname")
                .exception();
    }

    private static String kind(Reference reference) {
        return switch (reference) {
            case Reference.ToNamespace namespace -> "schema";
            case Reference.ToTable table -> "table";
            case Reference.ToRelation relation -> "relation";
            case Reference.ToColumn column -> "column";
            case Reference.ToPart part -> part.kind().word();
            case Reference.ToPrimaryKey key -> "primary key";
            case Reference.ToKey key -> "key";
            case Reference.ToType type -> "type";
            case Reference.ToObject object -> object.object().kind().id();
            case Reference.ToRoutine routine -> "routine";
            case Reference.ToMember member -> LABEL;
        };
    }

    private static String path(Reference reference) {
        return switch (reference) {
            case Reference.ToNamespace(String name) -> ObjectName.of(name).toString();
            case Reference.ToTable(ObjectName table) -> table.toString();
            case Reference.ToRelation(ObjectName relation) -> relation.toString();
            case Reference.ToColumn(ObjectName table, String column) -> table + "." + ObjectName.of(column);
            case Reference.ToPart(ObjectName table, PartKind kind, String part) -> table + "." + ObjectName.of(part);
            case Reference.ToPrimaryKey(ObjectName table) -> table.toString();
            case Reference.ToKey key -> key.table() + "." + key.columns();
            case Reference.ToType(ObjectName type) -> type.toString();
            case Reference.ToObject(ObjectKey key) -> key.name() + key.distinction();
            case Reference.ToRoutine(ObjectName routine) -> routine.toString();
            case Reference.ToMember(ObjectKey key, String member) -> key.name() + "." + ObjectName.of(member);
        };
    }

    private static String last(Reference reference) {
        return switch (reference) {
            case Reference.ToColumn column -> column.column();
            case Reference.ToPart part -> part.part();
            case Reference.ToMember member -> member.member();
            default -> throw new IllegalArgumentException("not a part of anything: " + reference);
        };
    }

    private static Reference withLast(Reference reference, String name) {
        return switch (reference) {
            case Reference.ToColumn column -> new Reference.ToColumn(column.table(), name);
            case Reference.ToPart part -> new Reference.ToPart(part.table(), part.kind(), name);
            case Reference.ToMember member -> new Reference.ToMember(member.object(), name);
            default -> throw new IllegalArgumentException("not a part of anything: " + reference);
        };
    }
}
