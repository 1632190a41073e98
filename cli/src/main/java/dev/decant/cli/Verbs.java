package dev.decant.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine.HelpCommand;

/** All verbs by name; a call makes only those that its arguments may mean, since looking at the options of each takes time. */
final class Verbs {
    private static final Map<String, Function<Call, Object>> ALL = all();

    private Verbs() {}

    private static Map<String, Function<Call, Object>> all() {
        Map<String, Function<Call, Object>> verbs = new LinkedHashMap<>();
        verbs.put("init", InitVerb::new);
        verbs.put("pull", PullVerb::new);
        verbs.put("generate", GenerateVerb::new);
        verbs.put("migrate", MigrateVerb::new);
        verbs.put("status", StatusVerb::new);
        verbs.put("rollback", RollbackVerb::new);
        verbs.put("repair", RepairVerb::new);
        verbs.put("baseline", BaselineVerb::new);
        verbs.put("unlock", UnlockVerb::new);
        verbs.put("backup", BackupVerb::new);
        verbs.put("restore", RestoreVerb::new);
        verbs.put("index", IndexVerb::new);
        verbs.put("check", CheckVerb::new);
        verbs.put("diff", DiffVerb::new);
        verbs.put("push", PushVerb::new);
        verbs.put("export", ExportVerb::new);
        verbs.put("studio", StudioVerb::new);
        verbs.put("quickstart", QuickstartVerb::new);
        verbs.put("completion", CompletionVerb::new);
        verbs.put("help", call -> new HelpCommand());
        return verbs;
    }

    /** The verbs that stand among the arguments, or all of them when a person may be about to see a list. */
    static Map<String, Supplier<Object>> of(Call call, String... arguments) {
        List<String> words = Arrays.asList(arguments);
        List<String> named = ALL.keySet().stream().filter(words::contains).toList();
        boolean everything = named.isEmpty() || named.equals(List.of("help")) || named.contains("completion");
        return ALL.entrySet().stream()
                .filter(verb -> everything || named.contains(verb.getKey()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        verb -> () -> verb.getValue().apply(call),
                        (one, other) -> one,
                        LinkedHashMap::new));
    }
}
