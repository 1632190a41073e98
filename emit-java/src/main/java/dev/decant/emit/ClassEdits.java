package dev.decant.emit;

import dev.decant.dsl.DeclaredAt;
import dev.decant.failure.Failure;
import dev.decant.model.Reference;
import dev.decant.model.SchemaObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The files of a schema's classes while they change: those that are there, the new ones, those that go, and what only a person can change. */
final class ClassEdits {
    private final ExistingCode existing;
    private final Map<String, FileEdit> files = new LinkedHashMap<>();
    private final List<JavaChange> comingAndGoing = new ArrayList<>();
    private final List<Failure> byHand = new ArrayList<>();

    ClassEdits(List<ParsedFile> parsed, ExistingCode existing, FileCode code) {
        this.existing = existing;
        parsed.forEach(file -> files.put(file.file().path(), new FileEdit(file, code)));
    }

    /** A class with the file in which it stands. */
    record ClassEdit(FileEdit file, ParsedClass type) {}

    /** A field with the file in which it stands. */
    record FieldEdit(FileEdit file, ParsedField field) {}

    /** The class that declares something. */
    Optional<ClassEdit> of(Reference reference) {
        return existing.at(reference).flatMap(place -> named(place.className()));
    }

    /** The class of a full name. */
    Optional<ClassEdit> named(String className) {
        return files.values().stream()
                .flatMap(file -> file.type(className).map(type -> new ClassEdit(file, type)).stream())
                .findFirst();
    }

    /** The field that makes an object, unless only a person can change it, who is told then. */
    Optional<FieldEdit> field(DeclaredAt place, SchemaObject object) {
        Optional<FieldEdit> found = named(place.className())
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

    /** Adds a file. */
    void create(JavaFile file) {
        comingAndGoing.add(JavaChange.of(file));
    }

    /** Takes the file of a class away, unless it has others in it. */
    void remove(Reference reference) {
        of(reference).ifPresent(edit -> {
            if (edit.file().isOnly(edit.type())) {
                comingAndGoing.add(new JavaChange(
                        edit.file().path(), Optional.of(edit.file().text()), Optional.empty()));
            } else {
                byHand(
                        edit.type().canonicalName(),
                        "the database does not have what this class declares",
                        "take it out of its file, in which there are others");
            }
        });
    }

    /** Tells a person what to change. */
    void byHand(String where, String what, String next) {
        byHand.add(Failure.of("DCT-334", what).at(where).next(next));
    }

    /** What the files that are there get is written with. */
    Stream<FileCode> codes() {
        return files.values().stream().map(FileEdit::code);
    }

    /** All that becomes of the files. */
    JavaChanges changes() {
        List<String> removed = comingAndGoing.stream()
                .filter(JavaChange::isRemoval)
                .map(JavaChange::path)
                .toList();
        List<JavaChange> changes = new ArrayList<>(comingAndGoing);
        files.forEach((path, file) -> {
            if (!removed.contains(path)) {
                file.change().ifPresent(changes::add);
            }
        });
        return new JavaChanges(changes, byHand);
    }
}
