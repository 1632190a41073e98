package dev.decant.rehearsal;

import dev.decant.change.AlterObject;
import dev.decant.change.Change;
import dev.decant.change.CreateObject;
import dev.decant.change.DropObject;
import dev.decant.change.RenameObject;
import dev.decant.dialect.Statement;
import dev.decant.model.ObjectKind;
import dev.decant.model.Schema;
import dev.decant.model.SchemaBuilder;
import dev.decant.model.SchemaObject;
import dev.decant.plan.Plan;
import dev.decant.plan.Step;
import java.util.List;
import java.util.Set;

/**
 * What is not tried: what belongs to the whole server for good once it is made, such as a tablespace, and who owns things, since a role may lack
 * in a copy what it may in the database.
 *
 * @param kinds the ids of its kinds
 */
record SharedObjects(Set<String> kinds) {
    /** A schema without it. */
    Schema without(Schema schema) {
        SchemaBuilder rest = schema.toBuilder();
        of(schema).forEach(object -> rest.removeObject(object.key()));
        return rest.build();
    }

    /** A schema with that of another. */
    Schema with(Schema schema, Schema other) {
        SchemaBuilder both = without(schema).toBuilder();
        of(other).forEach(both::add);
        return both.build();
    }

    private List<SchemaObject> of(Schema schema) {
        return schema.objects().values().stream()
                .filter(object -> isShared(object.kind()))
                .toList();
    }

    /** The steps of a plan without what is done to it. */
    List<Step> without(Plan plan) {
        return plan.steps().stream()
                .map(step -> without(step))
                .filter(statements -> !statements.isEmpty())
                .map(statements -> new Step("step", statements.getFirst().transactional(), statements))
                .toList();
    }

    private List<Statement> without(Step step) {
        return step.statements().stream()
                .filter(statement -> !isShared(statement))
                .toList();
    }

    private boolean isShared(Statement statement) {
        return !statement.serves().isEmpty() && statement.serves().stream().allMatch(this::isShared);
    }

    private boolean isShared(Change change) {
        return switch (change) {
            case CreateObject(SchemaObject object) -> isShared(object.kind());
            case DropObject(SchemaObject object) -> isShared(object.kind());
            case AlterObject(SchemaObject before, SchemaObject after) -> isShared(after.kind());
            case RenameObject rename -> isShared(rename.before().kind());
            default -> false;
        };
    }

    private boolean isShared(ObjectKind<?> kind) {
        return kinds.contains(kind.id());
    }
}
