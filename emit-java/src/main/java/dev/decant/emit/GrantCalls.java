package dev.decant.emit;

import dev.decant.model.privilege.Privilege;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Privileges as calls, one a role.
 *
 * @param title what messages call that which has them
 */
record GrantCalls(String title, FileCode file) {
    private record Kind(String grantee, boolean grantable) {}

    /** Adds what roles may do besides the usual. */
    void grant(List<Privilege> privileges, Chain chain) {
        byKind(privileges).forEach((kind, actions) -> {
            if (kind.grantable()) {
                chain.call("grantWithOption", texts(kind.grantee(), actions));
            } else if (kind.grantee().isEmpty()) {
                chain.call("grantToAll", texts(actions));
            } else {
                chain.call("grant", texts(kind.grantee(), actions));
            }
        });
    }

    /** Adds what they may not do although they could. */
    void revoke(List<Privilege> privileges, Chain chain) {
        byKind(privileges).forEach((kind, actions) -> {
            if (kind.grantable()) {
                file.lack(title, "takes from " + kind.grantee() + " that it may pass something on");
            } else if (kind.grantee().isEmpty()) {
                chain.call("revokeFromAll", texts(actions));
            } else {
                chain.call("revoke", texts(kind.grantee(), actions));
            }
        });
    }

    private static Map<Kind, List<String>> byKind(List<Privilege> privileges) {
        Map<Kind, List<String>> kinds = new LinkedHashMap<>();
        privileges.forEach(privilege -> kinds.computeIfAbsent(
                        new Kind(privilege.grantee(), privilege.grantable()), kind -> new ArrayList<>())
                .add(privilege.action()));
        return kinds;
    }

    private static String[] texts(String first, List<String> others) {
        return texts(Stream.concat(Stream.of(first), others.stream()).toList());
    }

    private static String[] texts(List<String> texts) {
        return texts.stream().map(JavaText::quoted).toArray(String[]::new);
    }
}
