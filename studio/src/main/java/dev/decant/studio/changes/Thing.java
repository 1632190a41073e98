package dev.decant.studio.changes;

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
import dev.decant.model.ObjectKey;
import dev.decant.model.ObjectName;

/** What a change belongs to: a table with all its parts, or another object. */
sealed interface Thing {
    /** A table. */
    record OfTable(ObjectName name) implements Thing {
        @Override
        public String toString() {
            return "table " + name;
        }
    }

    /** Another object. */
    record OfObject(ObjectKey key) implements Thing {
        @Override
        public String toString() {
            return key.toString();
        }
    }

    /** What a change belongs to, as it is called once the change is made. */
    static Thing of(Change change) {
        return switch (change) {
            case CreateTable create -> new OfTable(create.table().name());
            case DropTable drop -> new OfTable(drop.table().name());
            case AlterTable alter -> new OfTable(alter.table());
            case RenameTable rename -> new OfTable(rename.after());
            case AddPart add -> new OfTable(add.table());
            case DropPart drop -> new OfTable(drop.table());
            case AlterPart alter -> new OfTable(alter.table());
            case ConvertColumn convert -> new OfTable(convert.table());
            case RenamePart rename -> new OfTable(rename.table());
            case CreateObject create -> new OfObject(create.object().key());
            case DropObject drop -> new OfObject(drop.object().key());
            case AlterObject alter -> new OfObject(alter.after().key());
            case RenameObject rename -> new OfObject(rename.before().withName(rename.after()));
            case RenameMember rename -> new OfObject(rename.object());
        };
    }
}
