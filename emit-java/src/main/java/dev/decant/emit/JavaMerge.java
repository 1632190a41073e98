package dev.decant.emit;

import dev.decant.dsl.DeclaredAt;
import dev.decant.dsl.UsualNames;
import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import dev.decant.model.ObjectKey;
import dev.decant.model.ObjectName;
import dev.decant.model.Reference;
import dev.decant.model.Schema;
import dev.decant.model.SchemaObject;
import dev.decant.model.Table;
import dev.decant.model.enumtype.EnumType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Changes the classes of a schema so that they say what a database has, and leaves alone what says that already. */
final class JavaMerge {
    private final Schema there;
    private final Schema wanted;
    private final ExistingCode existing;
    private final NewFiles newFiles;
    private final FileCode code;
    private final List<Failure> byHand = new ArrayList<>();
    private final List<Failure> missing = new ArrayList<>();
    private final Map<String, FileEdit> files = new LinkedHashMap<>();
    private final List<JavaChange> changes = new ArrayList<>();
    private final Map<String, FreeIdentifiers> takenFields = new HashMap<>();

    /**
     * A merge.
     *
     * @param parsed the files that are there
     * @param existing the names that they give
     * @param there what they say
     * @param wanted what they are to say
     */
    JavaMerge(List<ParsedFile> parsed, ExistingCode existing, Schema there, Schema wanted, String packageName) {
        this.there = there;
        this.wanted = wanted;
        this.existing = existing;
        SchemaNames names = new SchemaNames(wanted, packageName, existing);
        this.code = new FileCode(wanted, names, UsualNames.ofDialect("postgresql"), new Imports(packageName), missing);
        this.newFiles = new NewFiles(code, packageName);
        parsed.forEach(file -> files.put(file.file().path(), new FileEdit(file, code)));
    }

    JavaChanges run() {
        wanted.tables().values().forEach(this::mergeTable);
        mergeObjects();
        there.tables().keySet().stream()
                .filter(name -> wanted.table(name).isEmpty())
                .forEach(name -> removeClass(new Reference.ToTable(name)));
        addSingletons();
        if (!missing.isEmpty()) {
            throw new DecantException(missing);
        }
        List<String> removed = changes.stream()
                .filter(JavaChange::isRemoval)
                .map(JavaChange::path)
                .toList();
        files.forEach((path, file) -> {
            if (!removed.contains(path)) {
                file.change().ifPresent(changes::add);
            }
        });
        return new JavaChanges(changes, byHand);
    }

    private void mergeTable(Table table) {
        Optional<Table> old = there.table(table.name());
        if (old.isEmpty()) {
            changes.add(JavaChange.of(newFiles.of(table)));
        } else if (!old.get().equals(table)) {
            Optional<ClassEdit> edit = classOf(new Reference.ToTable(table.name()));
            edit.ifPresentOrElse(
                    found -> new TableMerge(found.file(), found.type(), old.get(), table, existing, byHand).run(),
                    () -> byHand(table.name().toString(), "its class is not among the files", "change it there"));
        }
    }

    private void byHand(String where, String what, String next) {
        byHand.add(Failure.of("DCT-334", what).at(where).next(next));
    }

    /** A class with the file in which it stands. */
    private record ClassEdit(FileEdit file, ParsedClass type) {}

    private Optional<ClassEdit> classOf(Reference reference) {
        return existing.at(reference).flatMap(place -> classNamed(place.className()));
    }

    private Optional<ClassEdit> classNamed(String className) {
        return files.values().stream()
                .flatMap(file -> file.type(className).map(type -> new ClassEdit(file, type)).stream())
                .findFirst();
    }

    private void removeClass(Reference reference) {
        classOf(reference).ifPresent(edit -> {
            if (edit.file().isOnly(edit.type())) {
                changes.add(new JavaChange(
                        edit.file().path(), Optional.of(edit.file().text()), Optional.empty()));
            } else {
                byHand(
                        edit.type().canonicalName(),
                        "the database does not have what this class declares",
                        "take it out of its file, in which there are others");
            }
        });
    }

    private void mergeObjects() {
        Map<String, List<ObjectMember>> added = new LinkedHashMap<>();
        for (SchemaObject object : wanted.objects().values()) {
            ObjectCodes.of(object)
                    .ifPresentOrElse(
                            member -> mergeObject(object, member, added),
                            () -> code.lack("the " + object.key(), "is of the kind " + object.kind()));
        }
        added.forEach((name, members) -> newFiles.of(name, members).forEach(file -> changes.add(JavaChange.of(file))));
        for (Map.Entry<ObjectKey, SchemaObject> object : there.objects().entrySet()) {
            if (wanted.object(object.getKey()).isEmpty()) {
                removeObject(object.getValue());
            }
        }
    }

    private void mergeObject(SchemaObject object, ObjectMember member, Map<String, List<ObjectMember>> added) {
        Optional<SchemaObject> old = there.object(object.key());
        if (object instanceof EnumType type) {
            mergeEnum(old.map(EnumType.class::cast), type);
        }
        Optional<DeclaredAt> place = existing.at(fieldOf(object));
        boolean same = old.equals(Optional.of(object));
        if (place.isEmpty() && member.declared().test(code) && (!same || object instanceof EnumType)) {
            addObject(member, added);
        } else if (place.isPresent() && !same && !(object instanceof EnumType)) {
            field(place.get(), object).ifPresent(found -> ObjectMerge.replace(found.file(), found.field(), object));
        }
    }

    /** What stands for the field that declares an object: that of an enum is one apart from its class. */
    private static Reference fieldOf(SchemaObject object) {
        return object instanceof EnumType ? new Reference.ToType(object.name()) : new Reference.ToObject(object.key());
    }

    private record FieldEdit(FileEdit file, ParsedField field) {}

    private Optional<FieldEdit> field(DeclaredAt place, SchemaObject object) {
        Optional<FieldEdit> found = classNamed(place.className())
                .flatMap(edit -> edit.type()
                        .field(place.field())
                        .filter(ParsedField::alone)
                        .map(field -> new FieldEdit(edit.file(), field)));
        if (found.isEmpty()) {
            byHand(
                    "the " + object.key(),
                    "is not made where its field " + place.field() + " is declared",
                    "change it in " + place.className());
        }
        return found;
    }

    private void mergeEnum(Optional<EnumType> old, EnumType type) {
        if (old.isEmpty()) {
            changes.add(JavaChange.of(newFiles.of(type)));
        } else if (!old.get().equals(type)) {
            classOf(new Reference.ToObject(type.key()))
                    .ifPresentOrElse(
                            edit -> new EnumMerge(edit.file(), edit.type()).run(old.get(), type),
                            () -> byHand(
                                    "the " + type.key(), "its enum of Java is not among the files", "change it there"));
        }
    }

    /** Into the class that has most of what stands with its kind, else into the one called as a new one would be, else into that. */
    private void addObject(ObjectMember member, Map<String, List<ObjectMember>> added) {
        Optional<ObjectName> table = member.tableIn(code);
        if (table.isPresent()) {
            addToTable(table.get(), member);
            return;
        }
        Optional<ClassEdit> home = homeOf(member);
        if (home.isEmpty()) {
            added.computeIfAbsent(member.className(), name -> new ArrayList<>()).add(member);
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
            classOf(new Reference.ToTable(table))
                    .ifPresentOrElse(
                            edit -> ObjectMerge.add(edit.file(), edit.type(), member, field),
                            () -> byHand(
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
                .flatMap(this::classNamed);
    }

    private void removeObject(SchemaObject object) {
        existing.at(fieldOf(object))
                .flatMap(place -> field(place, object))
                .ifPresent(found -> found.file().remove(found.field()));
        if (object instanceof EnumType) {
            removeClass(new Reference.ToObject(object.key()));
        }
    }

    /** Gives classes their one object at which new code points. */
    private void addSingletons() {
        List<FileCode> codes = new ArrayList<>(newFiles.codes());
        files.values().forEach(file -> codes.add(file.code()));
        for (ObjectName table : wanted.tables().keySet()) {
            String className = code.names().tableClass(table);
            String constant = code.names().constant(table);
            boolean used =
                    codes.stream().anyMatch(each -> each.imports().constants().contains(className + "." + constant));
            Optional<ClassEdit> edit = classOf(new Reference.ToTable(table));
            if (used && edit.isPresent() && edit.get().type().singleton().isEmpty()) {
                ParsedClass type = edit.get().type();
                edit.get().file().insert(type.bodyStart(), TableCode.singleton(type.simpleName(), constant) + "\n");
            }
        }
    }
}
