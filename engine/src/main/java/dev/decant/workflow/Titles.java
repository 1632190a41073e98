package dev.decant.workflow;

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
import java.util.List;

/** Titles for migrations whose author gave none. */
final class Titles {
    private Titles() {}

    /** What the changes do, in a few words: the first of them, and how many more there are. */
    static String of(List<Change> changes, boolean first) {
        if (first) {
            return "initial";
        }
        String more = changes.size() == 1 ? "" : " and " + (changes.size() - 1) + " more";
        return of(changes.getFirst()) + more;
    }

    private static String of(Change change) {
        return switch (change) {
            case CreateTable create -> "create " + create.table().name().local();
            case DropTable drop -> "drop " + drop.table().name().local();
            case AlterTable alter -> "change " + alter.table().local();
            case RenameTable rename ->
                "rename " + rename.before().local() + " to " + rename.after().local();
            case AddPart add ->
                "add " + add.part().name() + " to " + add.table().local();
            case DropPart drop ->
                "drop " + drop.part().name() + " from " + drop.table().local();
            case AlterPart alter ->
                "change " + alter.after().name() + " of " + alter.table().local();
            case ConvertColumn convert ->
                "change " + convert.after().name() + " of " + convert.table().local();
            case RenamePart rename -> "rename " + rename.before() + " to " + rename.after();
            case CreateObject create -> "create " + create.object().key();
            case DropObject drop -> "drop " + drop.object().key();
            case AlterObject alter -> "change " + alter.after().key();
            case RenameObject rename -> "rename " + rename.before() + " to " + rename.after();
            case RenameMember rename -> "rename " + rename.before() + " to " + rename.after();
        };
    }
}
