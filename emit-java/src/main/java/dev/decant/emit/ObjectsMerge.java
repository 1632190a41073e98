package dev.decant.emit;

import dev.decant.dsl.DeclaredAt;
import dev.decant.emit.ClassEdits.ClassEdit;
import dev.decant.model.ObjectName;
import dev.decant.model.Reference;
import dev.decant.model.Schema;
import dev.decant.model.SchemaObject;
import dev.decant.model.enumtype.EnumType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Changes what the classes of a schema say of objects that are no tables. */
final class ObjectsMerge {
    private final Schema there;
    private final Schema wanted;
    private final ExistingCode existing;
    private final FileCode code;
    private final NewFiles newFiles;
    private final ClassEdits classes;
    private final Map<String, FreeIdentifiers> takenFields = new HashMap<>();
    private final Map<String, List<ObjectMember>> homeless = new LinkedHashMap<>();

    /**
     * A merge.
     *
     * @param there what the classes say
     * @param wanted what they are to say
     * @param existing where they say it
     */
    ObjectsMerge(
            Schema there, Schema wanted, ExistingCode existing, FileCode code, NewFiles newFiles, ClassEdits classes) {
        this.there = there;
        this.wanted = wanted;
        this.existing = existing;
        this.code = code;
        this.newFiles = newFiles;
        this.classes = classes;
    }

    /** Notes the changes. */
    void run() {
        for (SchemaObject object : wanted.objects().values()) {
            ObjectCodes.of(object)
                    .ifPresentOrElse(
                            member -> merge(object, member),
                            () -> code.lack("the " + object.key(), "is of the kind " + object.kind()));
        }
        homeless.forEach((name, members) -> newFiles.of(name, members).forEach(classes::create));
        there.objects().values().stream()
                .filter(object -> wanted.object(object.key()).isEmpty())
                .forEach(this::remove);
    }

    private void merge(SchemaObject object, ObjectMember member) {
        Optional<SchemaObject> old = there.object(object.key());
        if (object instanceof EnumType type) {
            mergeEnum(old.map(EnumType.class::cast), type);
        }
        Optional<DeclaredAt> place = existing.at(fieldOf(object));
        boolean same = old.equals(Optional.of(object));
        if (place.isEmpty() && member.declared().test(code) && (!same || object instanceof EnumType)) {
            add(member);
        } else if (place.isPresent() && !same && !(object instanceof EnumType)) {
            classes.field(place.get(), object)
                    .ifPresent(found -> ObjectMerge.replace(found.file(), found.field(), object));
        }
    }

    /** What stands for the field that declares an object: that of an enum is one apart from its class. */
    private static Reference fieldOf(SchemaObject object) {
        return object instanceof EnumType ? new Reference.ToType(object.name()) : new Reference.ToObject(object.key());
    }

    private void mergeEnum(Optional<EnumType> old, EnumType type) {
        if (old.isEmpty()) {
            classes.create(newFiles.of(type));
        } else if (!old.get().equals(type)) {
            classes.of(new Reference.ToObject(type.key()))
                    .ifPresentOrElse(
                            edit -> new EnumMerge(edit.file(), edit.type()).run(old.get(), type),
                            () -> classes.byHand(
                                    "the " + type.key(), "its enum of Java is not among the files", "change it there"));
        }
    }

    /** Into the class that has most of what stands with its kind, else into the one called as a new one would be, else into that. */
    private void add(ObjectMember member) {
        Optional<ObjectName> table = member.tableIn(code);
        if (table.isPresent()) {
            addToTable(table.get(), member);
            return;
        }
        Optional<ClassEdit> home = homeOf(member);
        if (home.isEmpty()) {
            homeless.computeIfAbsent(member.className(), name -> new ArrayList<>())
                    .add(member);
            return;
        }
        ParsedClass type = home.get().type();
        FreeIdentifiers taken = takenFields.computeIfAbsent(type.name(), name -> {
            FreeIdentifiers fields = FreeIdentifiers.ofFields();
            fields.take(type.fields().stream().map(ParsedField::name).toList());
            return fields;
        });
        ObjectMerge.add(home.get().file(), type, member, taken.free(member.wanted()));
    }

    /** The class of a new table has it already. */
    private void addToTable(ObjectName table, ObjectMember member) {
        if (there.table(table).isPresent()) {
            String field = code.names().fieldsOf(table).free(member.wanted());
            classes.of(new Reference.ToTable(table))
                    .ifPresentOrElse(
                            edit -> ObjectMerge.add(edit.file(), edit.type(), member, field),
                            () -> classes.byHand(
                                    table.toString(),
                                    "its class is not among the files",
                                    "add to it: " + member.object().key()));
        }
    }

    private Optional<ClassEdit> homeOf(ObjectMember member) {
        Map<String, Integer> counts = new HashMap<>();
        for (SchemaObject object : there.objects().values()) {
            if (ObjectCodes.of(object)
                    .filter(each -> each.className().equals(member.className()))
                    .isPresent()) {
                existing.at(fieldOf(object)).ifPresent(place -> counts.merge(place.className(), 1, Integer::sum));
            }
        }
        return counts.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .or(() -> existing.placesOfFields()
                        .filter(name -> SchemaNames.simple(name).equals(member.className()))
                        .findFirst())
                .flatMap(classes::named);
    }

    private void remove(SchemaObject object) {
        existing.at(fieldOf(object))
                .flatMap(place -> classes.field(place, object))
                .ifPresent(found -> found.file().remove(found.field()));
        if (object instanceof EnumType) {
            classes.remove(new Reference.ToObject(object.key()));
        }
    }
}
