package dev.decant.dsl;

import dev.decant.failure.DecantException;
import dev.decant.model.FormerName;
import dev.decant.model.ObjectName;
import dev.decant.model.Reference;
import dev.decant.model.Schema;
import dev.decant.model.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Puts the classes of a schema together, and collects all that is wrong with them before it complains. */
final class SchemaAssembly {
    private final Instances instances;
    private final Targets targets;
    private final NavigableMap<ObjectName, TableDraft> tables = new TreeMap<>();
    private final List<FormerName> formerNames = new ArrayList<>();
    private final Map<Reference, DeclaredAt> places = new HashMap<>();

    SchemaAssembly(Instances instances) {
        this.instances = instances;
        targets = new Targets(!instances.isComplete());
    }

    /**
     * The schema.
     *
     * @throws DecantException with everything that is wrong
     */
    Declaration declaration() {
        List<DatabaseKind> databases = instances.definitions().stream()
                .map(Definition::database)
                .distinct()
                .toList();
        if (databases.size() > 1) {
            reportMixture(databases.getFirst());
            refuseProblems();
        }
        if (databases.isEmpty()) {
            refuseProblems();
            return Declaration.NONE;
        }
        DatabaseKind database = databases.getFirst();
        Schema schema = assemble(database);
        refuseProblems();
        return new Declaration(database.dialect(), schema, formerNames, places);
    }

    private void reportMixture(DatabaseKind first) {
        for (Definition definition : instances.definitions()) {
            if (definition.database() != first) {
                definition.report(
                        Problem.MIXED,
                        definition.declaredAt(),
                        "%s is written for %s, but %s for %s"
                                .formatted(
                                        definition.getClass().getSimpleName(),
                                        definition.database().title(),
                                        instances
                                                .definitions()
                                                .getFirst()
                                                .getClass()
                                                .getSimpleName(),
                                        first.title()),
                        "keep the classes of each database in a folder of its own");
            }
        }
    }

    private void refuseProblems() {
        List<Problem> problems = new ArrayList<>(instances.problems());
        instances.definitions().forEach(definition -> problems.addAll(definition.problems()));
        if (!problems.isEmpty()) {
            throw new DecantException(
                    problems.stream().distinct().map(Problem::failure).toList());
        }
    }

    private Schema assemble(DatabaseKind database) {
        NameAssignment names = new NameAssignment(database);
        ObjectAssembly objects = new ObjectAssembly(instances.definitions(), targets);
        readTables();
        tables.values().forEach(table -> claim(table, names));
        objects.claimNames(names);
        names.assign(List.copyOf(tables.values()));
        return build(objects);
    }

    private void readTables() {
        for (Definition definition : instances.definitions()) {
            if (definition instanceof Columns table && TableName.isGood(table)) {
                TableDraft draft = new TableDraft(table, TableName.of(table), targets);
                targets.add(draft);
                TableDraft earlier = tables.putIfAbsent(draft.name(), draft);
                if (earlier != null) {
                    reportTwice(draft, earlier);
                }
            }
        }
    }

    private static void reportTwice(TableDraft draft, TableDraft earlier) {
        draft.report(
                draft.definition().declaredAt(),
                Problem.TWICE,
                "%s is the table %s, but so is %s at %s"
                        .formatted(
                                draft.definition().getClass().getSimpleName(),
                                draft.name(),
                                earlier.definition().getClass().getSimpleName(),
                                earlier.definition().declaredAt()),
                "give one of them another name with @Named");
    }

    private static void claim(TableDraft table, NameAssignment names) {
        names.claim(table.name(), "table", table.definition().declaredAt(), table.definition());
        table.checkColumnNames();
    }

    private Schema build(ObjectAssembly objects) {
        List<TableAssembly> assemblies =
                tables.values().stream().map(TableAssembly::new).toList();
        NavigableMap<ObjectName, Table> built = new TreeMap<>();
        assemblies.forEach(assembly -> assembly.build().ifPresent(table -> built.put(table.name(), table)));
        objects.build(tables.values());
        LooseEnds looseEnds = new LooseEnds(built, objects.types(), objects.extensionNamespaces());
        assemblies.forEach(assembly -> assembly.check(looseEnds));
        refuseProblems();
        assemblies.forEach(assembly -> formerNames.addAll(assembly.formerNames()));
        formerNames.addAll(objects.formerNames());
        assemblies.forEach(assembly -> places.putAll(assembly.places()));
        places.putAll(objects.places());
        return Schema.of(built.values(), objects.built());
    }
}
