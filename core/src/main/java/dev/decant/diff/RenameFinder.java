package dev.decant.diff;

import dev.decant.change.Change;
import dev.decant.change.Changes;
import dev.decant.change.RenameMember;
import dev.decant.change.RenameObject;
import dev.decant.change.RenamePart;
import dev.decant.change.RenameTable;
import dev.decant.dialect.Dialect;
import dev.decant.diff.RenameSearch.Likenesses;
import dev.decant.diff.RenameSearch.Rename;
import dev.decant.failure.Failure;
import dev.decant.model.Column;
import dev.decant.model.Descent;
import dev.decant.model.ObjectKey;
import dev.decant.model.ObjectKind;
import dev.decant.model.ObjectName;
import dev.decant.model.PartKind;
import dev.decant.model.Reference;
import dev.decant.model.Schema;
import dev.decant.model.SchemaObject;
import dev.decant.model.Table;
import dev.decant.model.TablePart;
import dev.decant.model.enumtype.EnumType;
import dev.decant.model.namespace.Namespace;
import dev.decant.model.view.MaterializedView;
import dev.decant.model.view.View;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds what was renamed between two schemas, from the outside in: objects, tables, columns, labels, and then constraints and indexes,
 * whose definitions tell by themselves once the columns have their new names.
 */
final class RenameFinder {
    private final Schema after;
    private final Dialect dialect;
    private final Inquiry inquiry;
    private final List<Change> found = new ArrayList<>();
    private Schema working;

    RenameFinder(Schema before, Schema after, Dialect dialect, Inquiry inquiry) {
        this.working = before;
        this.after = after;
        this.dialect = dialect;
        this.inquiry = inquiry;
    }

    /** The renames, in an order in which they apply to the schema before. */
    List<Change> find() {
        follow(objects());
        follow(tables());
        follow(parts(PartKind.COLUMN, this::similarColumns));
        follow(labels());
        follow(parts(PartKind.CONSTRAINT, RenameFinder::sameParts));
        follow(parts(PartKind.INDEX, RenameFinder::sameParts));
        return List.copyOf(found);
    }

    private void follow(List<? extends Change> renames) {
        if (!renames.isEmpty()) {
            found.addAll(renames);
            working = Changes.apply(List.copyOf(renames), working, dialect.syntax());
        }
    }

    private List<RenameObject> objects() {
        Set<ObjectKind<?>> kinds = new LinkedHashSet<>();
        after.objects().keySet().forEach(key -> kinds.add(key.kind()));
        return kinds.stream().flatMap(this::objects).toList();
    }

    /** Of objects that share their names with others of their kind, one is dropped and another created: nothing is lost with them. */
    private <T extends SchemaObject> Stream<RenameObject> objects(ObjectKind<T> kind) {
        RenameSearch<T> search = new RenameSearch<>(
                named(working.objects(kind), then -> isSucceeded(then, after, true)),
                named(after.objects(kind), now -> isSucceeded(now, working, false)),
                object -> object.name().toString(),
                object -> new Reference.ToObject(object.key()));
        return search.find(inquiry, RenameFinder::likeness).stream()
                .peek(rename -> refuseNamespace(kind, rename))
                .map(rename -> new RenameObject(
                        new ObjectKey(kind, ObjectName.parse(rename.before())), ObjectName.parse(rename.after())));
    }

    /** What brings a type that is there before and after is the same under another name, for there cannot be two of that type meanwhile. */
    private static RenameSearch.Likeness likeness(SchemaObject then, SchemaObject now) {
        Set<Reference> types = broughtTypes(then);
        types.retainAll(broughtTypes(now));
        if (!types.isEmpty()) {
            return RenameSearch.Likeness.SAME;
        }
        return now.resembles(then) ? RenameSearch.Likeness.SIMILAR : RenameSearch.Likeness.NONE;
    }

    private static Set<Reference> broughtTypes(SchemaObject object) {
        return object.provides().stream()
                .filter(Reference.ToType.class::isInstance)
                .filter(type -> !type.equals(new Reference.ToType(object.name())))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static <T extends SchemaObject> List<T> named(List<T> objects, Predicate<T> succeeded) {
        return objects.stream()
                .filter(object -> object.distinction().isEmpty() && !succeeded.test(object))
                .toList();
    }

    /**
     * Whether one of another kind takes the name of an object, so that neither of them is another's under a new name: what is on the one, such
     * as a trigger on a view, would be taken for what is on the other while both are there. What holds values is worth that.
     */
    private boolean isSucceeded(SchemaObject object, Schema other, boolean isBefore) {
        if (other.objects().containsKey(object.key())) {
            return false;
        }
        boolean isView = object instanceof View || object instanceof MaterializedView;
        return isView && other.tables().containsKey(object.name())
                || other.objects().values().stream()
                        .filter(each -> each.name().equals(object.name()))
                        .anyMatch(each -> isView && each.provides().contains(new Reference.ToRelation(object.name()))
                                || (isBefore ? dialect.succeeds(object, each) : dialect.succeeds(each, object)));
    }

    private static void refuseNamespace(ObjectKind<?> kind, Rename rename) {
        if (kind.equals(Namespace.KIND)) {
            throw Failure.of(
                            "DCT-404",
                            "schema " + rename.after() + " is said to have been " + rename.before()
                                    + ", and a namespace cannot be renamed with all that is in it")
                    .next("say of each table and object in it where it was before")
                    .exception();
        }
    }

    private List<RenameTable> tables() {
        RenameSearch<Table> search = new RenameSearch<>(
                List.copyOf(working.tables().values()),
                List.copyOf(after.tables().values()),
                table -> table.name().toString(),
                table -> new Reference.ToTable(table.name()));
        List<RenameTable> renames = search.find(inquiry, Likenesses.similar(RenameFinder::similarTables)).stream()
                .map(rename -> new RenameTable(ObjectName.parse(rename.before()), ObjectName.parse(rename.after())))
                .toList();
        ViewsInTheWay.refuse(renames, working, dialect);
        return renames;
    }

    private static boolean similarTables(Table before, Table after) {
        long shared = after.columns().stream()
                .filter(column -> before.column(column.name())
                        .filter(then -> then.type().equals(column.type()))
                        .isPresent())
                .count();
        return 2 * shared >= Math.max(before.columns().size(), after.columns().size());
    }

    private List<RenamePart> parts(PartKind kind, Likenesses<TablePart> likeness) {
        List<RenamePart> renames = new ArrayList<>();
        Descent earlier = new Descent(kind == PartKind.COLUMN ? working : Schema.EMPTY);
        Descent later = new Descent(kind == PartKind.COLUMN ? after : Schema.EMPTY);
        for (Table now : after.tables().values()) {
            Optional<Table> then = working.table(now.name());
            then.filter(table ->
                            inquiry.knowsFormerNames() || !table.parts(kind).equals(now.parts(kind)))
                    .map(table -> new RenameSearch<>(
                            List.copyOf(table.parts(kind)),
                            List.copyOf(now.parts(kind)),
                            TablePart::name,
                            part -> reference(now.name(), part),
                            brought(now.name(), working, earlier),
                            brought(now.name(), after, later)))
                    .ifPresent(search -> search.find(inquiry, likeness).stream()
                            .map(rename -> new RenamePart(now.name(), kind, rename.before(), rename.after()))
                            .forEach(renames::add));
        }
        return renames;
    }

    /** The names of columns that a table has from others, where none of its own can have them. */
    private static Set<String> brought(ObjectName table, Schema schema, Descent descent) {
        return descent.ancestors(table).stream()
                .flatMap(parent -> schema.table(parent).stream())
                .flatMap(parent -> parent.columns().stream())
                .map(Column::name)
                .collect(Collectors.toSet());
    }

    private static Reference reference(ObjectName table, TablePart part) {
        return part instanceof Column column
                ? new Reference.ToColumn(table, column.name())
                : new Reference.ToPart(table, part.partKind(), part.name());
    }

    private static RenameSearch.Likeness sameParts(TablePart before, TablePart after) {
        return Likenesses.same((TablePart then, TablePart now) ->
                        then.withName(now.name()).withComment(now.comment()).equals(now))
                .between(before, after);
    }

    private RenameSearch.Likeness similarColumns(TablePart before, TablePart after) {
        boolean similar = before instanceof Column then
                && after instanceof Column now
                && then.type().name().equals(now.type().name())
                && then.type().dimensions() == now.type().dimensions();
        return similar ? RenameSearch.Likeness.SIMILAR : RenameSearch.Likeness.NONE;
    }

    private List<RenameMember> labels() {
        List<RenameMember> renames = new ArrayList<>();
        for (EnumType now : after.objects(EnumType.KIND)) {
            if (working.object(now.key()).orElse(now) instanceof EnumType then && !then.equals(now)) {
                RenameSearch<String> search = new RenameSearch<>(
                        then.labels(), now.labels(), label -> label, label -> new Reference.ToMember(now.key(), label));
                search.find(inquiry, Likenesses.similar((a, b) -> true)).stream()
                        .map(rename -> new RenameMember(now.key(), rename.before(), rename.after()))
                        .forEach(renames::add);
            }
        }
        return renames;
    }
}
