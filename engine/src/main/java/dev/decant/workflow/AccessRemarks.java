package dev.decant.workflow;

import dev.decant.database.Scope;
import dev.decant.model.Schema;
import dev.decant.model.ownership.Ownership;
import dev.decant.model.privilege.DefaultPrivileges;
import dev.decant.model.privilege.Privileges;
import dev.decant.model.role.Role;
import java.util.ArrayList;
import java.util.List;

/** Tells of roles, and of what they may do, where somebody wrote them down and nobody asked to look at them. */
final class AccessRemarks {
    private AccessRemarks() {}

    static List<String> of(Schema declared, Scope scope) {
        List<String> remarks = new ArrayList<>();
        boolean privileges = !declared.objects(Privileges.KIND).isEmpty()
                || !declared.objects(DefaultPrivileges.KIND).isEmpty();
        if (privileges && !scope.privileges()) {
            remarks.add("what roles may do is not looked at, although it is written down; add --privileges, or"
                    + " privileges = true to decant.toml");
        }
        if (!declared.objects(Ownership.KIND).isEmpty() && !scope.owners()) {
            remarks.add("who owns what is not looked at, although it is written down; add --owners, or owners = true to"
                    + " decant.toml");
        }
        List<String> roles = declared.objects(Role.KIND).stream()
                .map(role -> role.name().local())
                .filter(role -> !scope.includesRole(role))
                .toList();
        if (!roles.isEmpty()) {
            remarks.add("the role " + roles.getFirst() + " is not looked at, although it is written down; add --roles '"
                    + roles.getFirst() + "', or its name to the roles of decant.toml");
        }
        return remarks;
    }
}
