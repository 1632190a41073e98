package dev.decant.postgresql.sql;

import dev.decant.model.Schema;
import dev.decant.model.SchemaBuilder;
import dev.decant.model.privilege.DefaultPrivileges;
import dev.decant.model.privilege.Privilege;
import dev.decant.model.privilege.Privileges;
import java.util.ArrayList;
import java.util.List;

/**
 * What roles shall not do with things that are made anew, although default privileges would let them: a thing that was made before the
 * default privileges were changed, or of which somebody took them. Which role makes the things is not known before, so whatever any of them
 * gives others is taken.
 */
public final class PostgresqlWithheld {
    private final List<DefaultPrivileges> defaults;
    private final Schema after;
    private final SchemaBuilder told;

    private PostgresqlWithheld(List<DefaultPrivileges> defaults, Schema after) {
        this.defaults = defaults;
        this.after = after;
        this.told = after.toBuilder();
    }

    /** A wanted schema that says it of all that is not there before, when it says all that roles may do. */
    public static Schema told(Schema before, Schema after) {
        List<DefaultPrivileges> defaults = new ArrayList<>(before.objects(DefaultPrivileges.KIND));
        defaults.addAll(after.objects(DefaultPrivileges.KIND));
        if (defaults.isEmpty()) {
            return after;
        }
        PostgresqlWithheld withheld = new PostgresqlWithheld(defaults, after);
        after.tables().values().stream()
                .filter(table -> !before.tables().containsKey(table.name()))
                .flatMap(PostgresqlThings::of)
                .forEach(withheld::note);
        after.objects().values().stream()
                .filter(object -> before.object(object.key()).isEmpty())
                .flatMap(PostgresqlThings::of)
                .forEach(withheld::note);
        return withheld.told.build();
    }

    private void note(Privileges thing) {
        Privileges there = after.object(thing.key())
                .filter(Privileges.class::isInstance)
                .map(Privileges.class::cast)
                .orElse(thing);
        List<Privilege> revoked = new ArrayList<>(there.revoked());
        for (DefaultPrivileges usual : defaults) {
            if (PostgresqlUsualPrivileges.isAbout(usual, there)) {
                PostgresqlUsualPrivileges.minus(usual.granted(), there.granted()).stream()
                        .filter(given -> !given.grantee().equals(usual.name().local()))
                        .forEach(revoked::add);
            }
        }
        if (!revoked.isEmpty()) {
            after.object(there.key()).ifPresent(object -> told.removeObject(object.key()));
            told.add(new Privileges(there.name(), there.target(), there.arguments(), there.granted(), revoked));
        }
    }
}
