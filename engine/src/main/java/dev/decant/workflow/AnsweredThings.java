package dev.decant.workflow;

import dev.decant.diff.ReferenceNotation;
import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import dev.decant.failure.Suggestions;
import dev.decant.model.FormerName;
import dev.decant.model.ObjectKey;
import dev.decant.model.ObjectName;
import dev.decant.model.PartKind;
import dev.decant.model.Reference;
import dev.decant.model.Schema;
import dev.decant.model.Table;
import dev.decant.model.TablePart;
import dev.decant.model.enumtype.EnumType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Refuses answers given beforehand about things that are not there: nobody would ask for them, and what they are for would be dropped
 * and created. An answer that has been followed before is right still.
 */
record AnsweredThings(Schema before, Schema after, List<FormerName> renames) {
    /**
     * Looks for what answers are about.
     *
     * @throws DecantException DCT-408 when one of them is about nothing
     */
    static void require(Answers answers, Pair pair) {
        AnsweredThings things = new AnsweredThings(pair.before(), pair.after(), answers.renames());
        List<Failure> missing = Stream.concat(
                        answers.renames().stream().flatMap(rename -> things.missing(rename).stream()),
                        answers.questions().answered().stream().flatMap(thing -> missing(thing, pair.after()).stream()))
                .toList();
        if (!missing.isEmpty()) {
            throw new DecantException(missing);
        }
    }

    private Optional<Failure> missing(FormerName rename) {
        Reference former = former(rename);
        boolean found = has(before, former) || has(before, rename.current()) || isElsewhere(former);
        return found ? missing(rename.current(), after) : Optional.of(missingIn(before, former, "before"));
    }

    private static Optional<Failure> missing(Reference thing, Schema after) {
        return has(after, thing) ? Optional.empty() : Optional.of(missingIn(after, thing, "after"));
    }

    private static Failure missingIn(Schema schema, Reference thing, String when) {
        String told = ReferenceNotation.format(thing);
        String path = told.substring(told.indexOf(':') + 1);
        List<String> known = like(schema, thing).map(ReferenceNotation::format).toList();
        String advice = known.stream()
                .filter(each -> each.endsWith("." + path))
                .findFirst()
                .map(each -> "did you mean \"" + each + "\"?")
                .orElseGet(() -> Suggestions.advice(told, known));
        return Failure.of("DCT-408", "there is no " + ReferenceNotation.words(thing) + " " + when + " the changes")
                .next(advice);
    }

    private static Reference former(FormerName rename) {
        return switch (rename.current()) {
            case Reference.ToTable table -> new Reference.ToTable(ObjectName.parse(rename.former()));
            case Reference.ToObject(ObjectKey key) ->
                new Reference.ToObject(new ObjectKey(key.kind(), ObjectName.parse(rename.former())));
            case Reference.ToColumn(ObjectName table, String column) -> new Reference.ToColumn(table, rename.former());
            case Reference.ToPart(ObjectName table, PartKind kind, String part) ->
                new Reference.ToPart(table, kind, rename.former());
            case Reference.ToMember(ObjectKey object, String member) -> new Reference.ToMember(object, rename.former());
            default -> rename.current();
        };
    }

    /** Whether a thing is a part of something that has another name before. */
    private boolean isElsewhere(Reference part) {
        return switch (part) {
            case Reference.ToColumn(ObjectName table, String column) -> isRenamed(new Reference.ToTable(table));
            case Reference.ToPart(ObjectName table, PartKind kind, String name) ->
                isRenamed(new Reference.ToTable(table));
            case Reference.ToMember(ObjectKey object, String member) -> isRenamed(new Reference.ToObject(object));
            default -> false;
        };
    }

    private boolean isRenamed(Reference thing) {
        return renames.stream().anyMatch(rename -> rename.current().equals(thing)) || !has(before, thing);
    }

    private static boolean has(Schema schema, Reference thing) {
        return like(schema, thing).anyMatch(thing::equals);
    }

    /** All things of that kind, with the names by which answers call them. */
    private static Stream<Reference> like(Schema schema, Reference thing) {
        return switch (thing) {
            case Reference.ToTable table -> schema.tables().keySet().stream().map(Reference.ToTable::new);
            case Reference.ToColumn column ->
                parts(schema, PartKind.COLUMN, (table, part) -> new Reference.ToColumn(table, part));
            case Reference.ToPart(ObjectName holder, PartKind kind, String name) ->
                parts(schema, kind, (table, part) -> new Reference.ToPart(table, kind, part));
            case Reference.ToObject(ObjectKey key) ->
                schema.objects(key.kind()).stream()
                        .map(object -> new Reference.ToObject(new ObjectKey(key.kind(), object.name())));
            case Reference.ToMember member ->
                schema.objects(EnumType.KIND).stream()
                        .flatMap(
                                type -> type.labels().stream().map(label -> new Reference.ToMember(type.key(), label)));
            default -> Stream.of(thing);
        };
    }

    /** Makes a reference of the names of a table and a part. */
    private interface Naming {
        Reference of(ObjectName table, String part);
    }

    private static Stream<Reference> parts(Schema schema, PartKind kind, Naming naming) {
        return schema.tables().values().stream()
                .flatMap((Table table) ->
                        table.parts(kind).stream().map(TablePart::name).map(part -> naming.of(table.name(), part)));
    }
}
