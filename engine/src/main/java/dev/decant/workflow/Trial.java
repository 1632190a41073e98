package dev.decant.workflow;

import dev.decant.change.AlterObject;
import dev.decant.change.Change;
import dev.decant.change.CreateObject;
import dev.decant.change.DropObject;
import dev.decant.dialect.Dialect;
import dev.decant.diff.Differ;
import dev.decant.diff.ObviousAnswers;
import dev.decant.failure.Failure;
import dev.decant.model.ObjectKind;
import dev.decant.model.Schema;
import dev.decant.model.privilege.DefaultPrivileges;
import dev.decant.model.privilege.Privileges;
import dev.decant.plan.Plan;
import dev.decant.rehearsal.Rehearsal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Proves a plan: run on a copy of the schema that it starts from, it must make what the wanted schema makes when that is built from nothing.
 *
 * @param rehearsal where it is run
 * @param dialect the dialect
 */
record Trial(Rehearsal rehearsal, Dialect dialect) {
    /**
     * Runs the plan.
     *
     * @return whether it could be tried
     * @throws dev.decant.failure.DecantException DCT-552 when it fails, DCT-553 when it leads elsewhere
     */
    boolean prove(Pair pair, Plan plan) {
        Optional<Schema> made = rehearsal.after(pair.before(), plan);
        made.ifPresent(outcome -> {
            // What is wanted is mostly in the database's words already, and building it takes as long as all of the
            // trial.
            List<Change> missing = missing(outcome, pair.after(), plan).isEmpty()
                    ? List.of()
                    : missing(outcome, rehearsal.built(pair.after()), plan);
            if (!missing.isEmpty()) {
                throw Failure.of(
                                "DCT-553",
                                "the plan was tried and does not lead where it should; missing then: "
                                        + missing.stream().map(Change::describe).collect(Collectors.joining("; ")))
                        .next("please report it with both schemas; nothing was changed")
                        .exception();
            }
        });
        return made.isPresent();
    }

    private List<Change> missing(Schema outcome, Schema wanted, Plan plan) {
        return new Differ(dialect, List.of(), new ObviousAnswers())
                .diff(outcome, wanted).stream()
                        .filter(change -> !isLeftByDefaults(change, plan) && !RoleDrops.isDrop(change))
                        .toList();
    }

    /** What default privileges gave stays when they go; nobody could know before whether they gave anything. */
    private static boolean isLeftByDefaults(Change change, Plan plan) {
        return isAbout(change, Privileges.KIND)
                && plan.changes().stream().anyMatch(each -> isAbout(each, DefaultPrivileges.KIND));
    }

    private static boolean isAbout(Change change, ObjectKind<?> kind) {
        return switch (change) {
            case CreateObject create -> create.object().kind().equals(kind);
            case DropObject drop -> drop.object().kind().equals(kind);
            case AlterObject alter -> alter.after().kind().equals(kind);
            default -> false;
        };
    }
}
