package dev.decant.workflow;

import dev.decant.change.Change;
import dev.decant.change.DropObject;
import dev.decant.model.ObjectName;
import dev.decant.model.role.Role;
import java.util.List;

/** What would drop roles: they belong to the whole server, so they stay unless somebody asks for that. */
final class RoleDrops {
    private RoleDrops() {}

    /** The changes without those. */
    static List<Change> without(List<Change> changes) {
        return changes.stream().filter(change -> !isDrop(change)).toList();
    }

    /** The roles that would go. */
    static List<ObjectName> in(List<Change> changes) {
        return changes.stream()
                .filter(RoleDrops::isDrop)
                .map(change -> ((DropObject) change).object().name())
                .toList();
    }

    /** Whether a change drops a role. */
    static boolean isDrop(Change change) {
        return change instanceof DropObject drop && drop.object() instanceof Role;
    }
}
