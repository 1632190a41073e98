package dev.decant.emit;

import dev.decant.dsl.Naming;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;

/** Names of a database as names of Java, as a person would write them. Two may come out the same: {@link FreeIdentifiers} tells them apart. */
final class Identifiers {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private Identifiers() {}

    /** The name of a field: {@code created_at} is {@code createdAt}, {@code default} is {@code default_}. */
    static String field(String name, String otherwise) {
        String joined = joined(name);
        String field = begin(joined.isEmpty() ? otherwise : joined, otherwise, Character::isJavaIdentifierStart);
        String small = Character.isUpperCase(field.codePointAt(0)) ? small(field) : field;
        return SourceVersion.isKeyword(small) || small.equals("yield") ? small + "_" : small;
    }

    /** The name of a class: {@code content_set_items} is {@code ContentSetItems}; accents are left away, since it names a file too. */
    static String type(String name, String otherwise) {
        String plain =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
        String type = words(Normalizer.normalize(plain, Normalizer.Form.NFC))
                .map(Identifiers::capital)
                .collect(Collectors.joining());
        return begin(type.isEmpty() ? otherwise : type, otherwise, Character::isJavaIdentifierStart);
    }

    /** The name of a constant: {@code on-hold} is {@code ON_HOLD}. */
    static String constant(String label, String otherwise) {
        String constant =
                words(label).map(word -> word.toUpperCase(Locale.ROOT)).collect(Collectors.joining("_"));
        return begin(constant.isEmpty() ? otherwise : constant, otherwise + "_", Character::isJavaIdentifierStart);
    }

    private static String joined(String name) {
        List<String> words = words(name).toList();
        return words.stream().limit(1).collect(Collectors.joining())
                + words.stream().skip(1).map(Identifiers::capital).collect(Collectors.joining());
    }

    /** The words of a name in small letters, without anything that stands in no name of Java. */
    private static Stream<String> words(String name) {
        String spaced = Naming.snakeCase(name)
                .codePoints()
                .map(letter -> isPart(letter) ? letter : ' ')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return Stream.of(spaced.strip().split(" +", -1)).filter(word -> !word.isEmpty());
    }

    private static boolean isPart(int letter) {
        return Character.isLetterOrDigit(letter) && Character.isJavaIdentifierPart(letter);
    }

    private static String begin(String name, String otherwise, IntPredicate start) {
        return start.test(name.codePointAt(0)) ? name : otherwise + name;
    }

    /** The word with a capital in front. */
    static String capital(String word) {
        int second = word.offsetByCodePoints(0, 1);
        return word.substring(0, second).toUpperCase(Locale.ROOT) + word.substring(second);
    }

    private static String small(String word) {
        int second = word.offsetByCodePoints(0, 1);
        return word.substring(0, second).toLowerCase(Locale.ROOT) + word.substring(second);
    }
}
