package dev.decant.plan;

import dev.decant.change.Change;
import dev.decant.change.Changes;
import dev.decant.change.CreateObject;
import dev.decant.change.RenameTable;
import dev.decant.dialect.Dialect;
import dev.decant.model.ObjectName;
import dev.decant.model.Schema;
import dev.decant.model.SchemaObject;
import dev.decant.model.view.MaterializedView;
import dev.decant.model.view.View;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Views under the name that a table gives up by a rename at the end, as one that goes on showing the table to programs that know it by that
 * name: they come after the rename, and read what is called otherwise by then.
 *
 * @param others the changes before the renames but for those
 * @param late what makes the views after them
 */
record NameTakers(List<Change> others, List<Change> late) {
    /**
     * Finds them.
     *
     * @param changes those before the last renames
     * @param renames the last renames
     * @param before the schema before all of them
     */
    static NameTakers of(List<Change> changes, List<Change> renames, Schema before, Dialect dialect) {
        Set<ObjectName> givenUp = renames.stream()
                .flatMap(change -> change instanceof RenameTable rename ? Stream.of(rename.before()) : Stream.empty())
                .collect(Collectors.toSet());
        List<SchemaObject> takers = changes.stream()
                .flatMap(change -> change instanceof CreateObject create ? Stream.of(create.object()) : Stream.empty())
                .filter(object -> object instanceof View || object instanceof MaterializedView)
                .filter(view -> givenUp.contains(view.name()))
                .toList();
        if (takers.isEmpty()) {
            return new NameTakers(changes, List.of());
        }
        Schema after = Changes.apply(renames, Changes.apply(changes, before, dialect.syntax()), dialect.syntax());
        return new NameTakers(
                changes.stream()
                        .filter(change -> !(change instanceof CreateObject create && takers.contains(create.object())))
                        .toList(),
                takers.stream()
                        .<Change>map(view ->
                                new CreateObject(after.object(view.key()).orElseThrow()))
                        .toList());
    }
}
