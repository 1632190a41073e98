package dev.decant.codec;

import dev.decant.change.Change;
import java.util.List;

/**
 * Changes as JSON and back: an object with one field, whose name says what happens and whose value says to what.
 *
 * <pre>{@code
 * {"add column": {"table": "public.contents", "column": {"name": "url", "type": "text[]", "nullable": true}}}
 * }</pre>
 */
public final class ChangeCodec {
    private ChangeCodec() {}

    /** Writes changes as a list. */
    public static Json.Items write(List<Change> changes) {
        return Json.list(changes, ChangeWriter::write);
    }

    /**
     * Reads a list of changes.
     *
     * @throws dev.decant.failure.DecantException when the JSON is no such list, with the line and the column
     */
    public static List<Change> read(Json json) {
        return json.asItems().stream().map(ChangeReader::read).toList();
    }
}
