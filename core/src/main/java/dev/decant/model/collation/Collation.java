package dev.decant.model.collation;

import dev.decant.model.ObjectKey;
import dev.decant.model.ObjectKind;
import dev.decant.model.ObjectName;
import dev.decant.model.Reference;
import dev.decant.model.SchemaObject;
import java.util.Optional;

/**
 * An order in which text is sorted.
 *
 * @param name its name
 * @param provider who knows the order: {@code libc}, {@code icu}, {@code builtin}
 * @param collate the locale whose order it is, in the provider's words
 * @param ctype the locale that tells letters from other characters, where that is another one; else empty
 * @param deterministic whether only texts of the same bytes are equal
 * @param rules what is otherwise than in the locale, in the provider's words; may be empty
 * @param comment what users are told about it; may be empty
 */
public record Collation(
        ObjectName name,
        String provider,
        String collate,
        String ctype,
        boolean deterministic,
        String rules,
        String comment)
        implements SchemaObject {
    /** The kind. */
    public static final ObjectKind<Collation> KIND = ObjectKind.of("collation", Collation.class);

    /** Refuses a collation without a provider or a locale; a second locale that is the first one is none. */
    public Collation {
        if (provider.isEmpty() || collate.isEmpty()) {
            throw new IllegalArgumentException("the collation " + name + " needs a provider and a locale");
        }
        ctype = ctype.equals(collate) ? "" : ctype;
    }

    @Override
    public ObjectKind<Collation> kind() {
        return KIND;
    }

    @Override
    public Collation withName(ObjectName other) {
        return new Collation(other, provider, collate, ctype, deterministic, rules, comment);
    }

    /** The same with another comment. */
    public Collation withComment(String other) {
        return new Collation(name, provider, collate, ctype, deterministic, rules, other);
    }

    @Override
    public boolean resembles(SchemaObject other) {
        return other instanceof Collation that
                && withName(that.name).withComment(that.comment).equals(that);
    }

    /** The name of a collation once one is called otherwise. */
    public static Optional<ObjectName> following(Optional<ObjectName> name, Reference before, Reference after) {
        return name.map(given -> after instanceof Reference.ToObject(ObjectKey now)
                        && before.equals(new Reference.ToObject(new ObjectKey(KIND, given)))
                ? now.name()
                : given);
    }
}
