package dev.decant.config;

import dev.decant.failure.Failure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What of a database is looked at, as somebody configured it.
 *
 * @param schemas which namespaces
 * @param tables which tables, views and sequences
 * @param kinds which kinds of objects
 * @param privileges whether what roles may do is looked at, if somebody says so
 * @param owners whether who owns things is looked at, if somebody says so
 * @param roles which roles of the server are looked at, as globs; none when empty
 */
public record Filters(
        Globs schemas,
        Globs tables,
        Globs kinds,
        Optional<Boolean> privileges,
        Optional<Boolean> owners,
        List<String> roles) {
    /** Everything that is looked at unless somebody says otherwise. */
    public static final Filters NONE = new Filters(Globs.ALL, Globs.ALL, Globs.ALL);

    private static final List<String> WORDS = List.of("schema", "table", "kind");

    /** Copies the list. */
    public Filters {
        roles = List.copyOf(roles);
    }

    Filters(Globs schemas, Globs tables, Globs kinds) {
        this(schemas, tables, kinds, Optional.empty(), Optional.empty(), List.of());
    }

    /** The same, with what somebody says of what roles may do. */
    public Filters withPrivileges(Optional<Boolean> other) {
        return new Filters(schemas, tables, kinds, other, owners, roles);
    }

    /** The same, with what somebody says of who owns things. */
    public Filters withOwners(Optional<Boolean> other) {
        return new Filters(schemas, tables, kinds, privileges, other, roles);
    }

    /** The same, with the roles that these globs mean. */
    public Filters withRoles(List<String> globs) {
        return new Filters(schemas, tables, kinds, privileges, owners, globs);
    }

    /**
     * Those of a command line, each written as {@code schema:GLOB}, {@code table:GLOB} or {@code kind:GLOB}.
     *
     * @throws dev.decant.failure.DecantException DCT-104 when one is not written so
     */
    public static Filters of(List<String> include, List<String> exclude) {
        Map<String, List<String>> included = byWord("--include", include);
        Map<String, List<String>> excluded = byWord("--exclude", exclude);
        return new Filters(
                globs(included, excluded, "schema"),
                globs(included, excluded, "table"),
                globs(included, excluded, "kind"));
    }

    private static Globs globs(Map<String, List<String>> included, Map<String, List<String>> excluded, String word) {
        return new Globs(included.getOrDefault(word, List.of()), excluded.getOrDefault(word, List.of()));
    }

    private static Map<String, List<String>> byWord(String option, List<String> texts) {
        Map<String, List<String>> globs = new LinkedHashMap<>();
        for (String text : texts) {
            int colon = text.indexOf(':');
            if (colon < 0 || colon == text.length() - 1 || !WORDS.contains(text.substring(0, colon))) {
                throw Failure.of("DCT-104", "it does not say of what " + text + " is a name")
                        .at(option)
                        .next("write schema:GLOB, table:GLOB or kind:GLOB, as in " + option + " 'table:audit_*'")
                        .exception();
            }
            globs.computeIfAbsent(text.substring(0, colon), word -> new ArrayList<>())
                    .add(text.substring(colon + 1));
        }
        return globs;
    }

    /** These before those of somebody further away: what is included by the closest counts, and what is excluded by any. */
    Filters before(Filters further) {
        return new Filters(
                before(schemas, further.schemas),
                before(tables, further.tables),
                before(kinds, further.kinds),
                privileges.or(further::privileges),
                owners.or(further::owners),
                roles.isEmpty() ? further.roles : roles);
    }

    private static Globs before(Globs closer, Globs further) {
        return new Globs(
                closer.include().isEmpty() ? further.include() : closer.include(),
                Stream.concat(closer.exclude().stream(), further.exclude().stream())
                        .distinct()
                        .toList());
    }
}
