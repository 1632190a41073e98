package dev.decant.run;

import dev.decant.dialect.Dialect;
import dev.decant.history.Remark;
import dev.decant.history.ScriptEntry;
import dev.decant.journal.Journal;
import dev.decant.journal.Placeholders;
import dev.decant.journal.Repeatable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds the repeatable scripts of a journal against what the history says of them. */
final class Repetition {
    private final Dialect dialect;
    private final Placeholders values;
    private final Map<String, ScriptEntry> entries = new HashMap<>();
    private final Map<String, Remark> failures = new HashMap<>();

    Repetition(Dialect dialect, Placeholders values, List<ScriptEntry> history, List<Remark> remarks) {
        this.dialect = dialect;
        this.values = values;
        history.forEach(entry -> entries.put(entry.name(), entry));
        remarks.stream()
                .filter(remark -> remark.kind() == Remark.Kind.FAILED)
                .forEach(remark -> failures.put(remark.migration(), remark));
    }

    /** How each stands: those with a file in the order in which they run, then those that are gone. */
    List<Repeated> of(Journal journal) {
        List<Repeated> all = new ArrayList<>();
        for (Repeatable script : journal.scripts().repeatables()) {
            Optional<ScriptEntry> entry = Optional.ofNullable(entries.remove(script.name()));
            all.add(Repeated.of(script, checksum(script), entry, Optional.ofNullable(failures.get(script.id()))));
        }
        entries.values().stream().map(Repeated::gone).forEach(all::add);
        return all;
    }

    private String checksum(Repeatable script) {
        return script.file().filled(dialect, values).checksum(dialect.syntax());
    }
}
