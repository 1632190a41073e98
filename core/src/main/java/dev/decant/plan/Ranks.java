package dev.decant.plan;

import dev.decant.change.AddPart;
import dev.decant.change.AlterObject;
import dev.decant.change.AlterPart;
import dev.decant.change.AlterTable;
import dev.decant.change.Change;
import dev.decant.change.ConvertColumn;
import dev.decant.change.CreateObject;
import dev.decant.change.CreateTable;
import dev.decant.change.DropObject;
import dev.decant.change.DropPart;
import dev.decant.change.DropTable;
import dev.decant.change.RenameMember;
import dev.decant.change.RenameObject;
import dev.decant.change.RenamePart;
import dev.decant.change.RenameTable;
import dev.decant.model.Constraint;
import dev.decant.model.Lineage;
import dev.decant.model.PartKind;
import dev.decant.model.TablePart;
import dev.decant.model.ownership.Ownership;
import dev.decant.model.privilege.DefaultPrivileges;
import java.util.List;

/** The order in which people expect changes where no dependency decides: what comes, what becomes another, what goes. */
final class Ranks {
    private static final int FOUNDATION = 4;
    private static final int LAST = 17;

    private Ranks() {}

    /**
     * What reads a view while it is made does so with the rights of the view's owner: who migrates gets things before anything else comes,
     * and others get them when all is there. What default privileges gave is taken from what is left, unless something comes that must not get
     * it.
     */
    static int of(Change change) {
        return switch (change) {
            case DropObject(Ownership taken) -> FOUNDATION;
            case DropObject(DefaultPrivileges former) -> LAST;
            case CreateObject(Ownership given) -> LAST;
            case AlterObject(Ownership before, Ownership after) -> LAST;
            default -> usual(change);
        };
    }

    private static int usual(Change change) {
        return switch (change) {
            case RenameObject rename -> 0;
            case RenameMember rename -> 0;
            case RenameTable rename -> 1;
            case RenamePart rename -> rename.kind() == PartKind.COLUMN ? 2 : 3;
            case CreateObject create -> create.object().kind().foundation() ? FOUNDATION : 5;
            case AlterObject alter -> 7;
            case CreateTable create -> 8;
            case DropPart drop -> drop.part().partKind() == PartKind.COLUMN ? 14 : 6;
            case AlterTable alter ->
                altered(alter.before().lineage(), alter.after().lineage());
            case AddPart add -> added(add.part());
            case AlterPart alter -> 10;
            case ConvertColumn convert -> 10;
            case DropTable drop -> drop.table().lineage().isPartition() ? 6 : 15;
            case DropObject drop -> 16;
        };
    }

    /**
     * A partition leaves before others come, which may hold rows like those that it held; how a table is stored may be about columns that
     * come or change.
     */
    private static int altered(Lineage before, Lineage after) {
        boolean stays = before.hasSameParents(after) && before.bound().equals(after.bound());
        return stays ? 11 : before.parents().isEmpty() ? 8 : 7;
    }

    /** The rank of what is done in one go: that of a table that gets other parents, else of whatever comes first. */
    static int of(List<Change> changes) {
        return changes.stream()
                .filter(change -> change instanceof AlterTable alter
                        && !alter.before().lineage().equals(alter.after().lineage()))
                .mapToInt(Ranks::of)
                .findFirst()
                .orElseGet(() -> changes.stream().mapToInt(Ranks::of).min().orElseThrow());
    }

    private static int added(TablePart part) {
        return switch (part.partKind()) {
            case COLUMN -> 9;
            case CONSTRAINT -> part instanceof Constraint.ForeignKey ? 13 : 12;
            case INDEX -> 13;
        };
    }
}
