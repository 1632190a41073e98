package dev.decant.emit;

import dev.decant.dsl.UsualNames;
import dev.decant.emit.ClassEdits.ClassEdit;
import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import dev.decant.model.ObjectName;
import dev.decant.model.Reference;
import dev.decant.model.Schema;
import dev.decant.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Changes the classes of a schema so that they say what a database has, and leaves alone what says that already. */
final class JavaMerge {
    private final Schema there;
    private final Schema wanted;
    private final ExistingCode existing;
    private final FileCode code;
    private final NewFiles newFiles;
    private final ClassEdits classes;
    private final List<Failure> missing = new ArrayList<>();

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
        this.classes = new ClassEdits(parsed, existing, code);
    }

    JavaChanges run() {
        wanted.tables().values().forEach(this::mergeTable);
        new ObjectsMerge(there, wanted, existing, code, newFiles, classes).run();
        there.tables().keySet().stream()
                .filter(name -> wanted.table(name).isEmpty())
                .forEach(name -> classes.remove(new Reference.ToTable(name)));
        addSingletons();
        if (!missing.isEmpty()) {
            throw new DecantException(missing);
        }
        return classes.changes();
    }

    private void mergeTable(Table table) {
        Optional<Table> old = there.table(table.name());
        if (old.isEmpty()) {
            classes.create(newFiles.of(table));
        } else if (!old.get().equals(table)) {
            classes.of(new Reference.ToTable(table.name()))
                    .ifPresentOrElse(
                            found -> new TableMerge(found, old.get(), table, existing, classes).run(),
                            () -> classes.byHand(
                                    table.name().toString(), "its class is not among the files", "change it there"));
        }
    }

    /** Gives classes their one object at which new code points. */
    private void addSingletons() {
        List<FileCode> codes =
                Stream.concat(newFiles.codes().stream(), classes.codes()).toList();
        for (ObjectName table : wanted.tables().keySet()) {
            String className = code.names().tableClass(table);
            String constant = code.names().constant(table);
            boolean used =
                    codes.stream().anyMatch(each -> each.imports().constants().contains(className + "." + constant));
            Optional<ClassEdit> edit = classes.of(new Reference.ToTable(table));
            if (used && edit.isPresent() && edit.get().type().singleton().isEmpty()) {
                ParsedClass type = edit.get().type();
                edit.get().file().insert(type.bodyStart(), TableCode.singleton(type.simpleName(), constant) + "\n");
            }
        }
    }
}
