package dev.decant.postgresql.sql;

import dev.decant.model.Fill;
import dev.decant.model.ObjectName;
import dev.decant.model.Schema;
import dev.decant.model.SchemaBuilder;
import dev.decant.model.SchemaObject;
import dev.decant.model.Table;
import dev.decant.model.aggregate.Aggregate;
import dev.decant.model.privilege.DefaultPrivileges;
import dev.decant.model.privilege.Privilege;
import dev.decant.model.privilege.Privileges;
import dev.decant.model.privilege.Privileges.Target;
import dev.decant.model.routine.Routine;
import dev.decant.model.routine.RoutineType;
import dev.decant.model.sequence.Sequence;
import dev.decant.model.view.MaterializedView;
import dev.decant.model.view.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What roles shall not do with things that are made anew, although default privileges would let them: a thing that was made before the
 * default privileges were changed, or of which somebody took them. Which role makes the things is not known before, so whatever any of them
 * gives is taken.
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
                .flatMap(PostgresqlWithheld::things)
                .forEach(withheld::note);
        after.objects().values().stream()
                .filter(object -> before.object(object.key()).isEmpty())
                .flatMap(object -> thing(object).stream())
                .forEach(withheld::note);
        return withheld.told.build();
    }

    /** A table and the sequences that come with it. */
    private static Stream<Privileges> things(Table table) {
        Stream<Privileges> sequences = table.columns().stream()
                .filter(column -> column.fill() instanceof Fill.Serial)
                .map(column -> thing(((Fill.Serial) column.fill()).sequence(), Target.SEQUENCE, ""));
        return Stream.concat(Stream.of(thing(table.name(), Target.TABLE, "")), sequences);
    }

    /** An object as a thing that roles have privileges on; nothing when they have none. */
    private static Optional<Privileges> thing(SchemaObject object) {
        return switch (object) {
            case View view -> Optional.of(thing(view.name(), Target.TABLE, ""));
            case MaterializedView view -> Optional.of(thing(view.name(), Target.TABLE, ""));
            case Sequence sequence -> Optional.of(thing(sequence.name(), Target.SEQUENCE, ""));
            case Aggregate aggregate -> Optional.of(thing(aggregate.name(), Target.FUNCTION, aggregate.distinction()));
            case Routine routine -> {
                boolean procedure = routine.type() == RoutineType.PROCEDURE;
                Target target = procedure ? Target.PROCEDURE : Target.FUNCTION;
                yield Optional.of(thing(routine.name(), target, routine.distinction()));
            }
            default -> Optional.empty();
        };
    }

    private static Privileges thing(ObjectName name, Target target, String arguments) {
        return new Privileges(name, target, arguments, List.of(), List.of());
    }

    private void note(Privileges thing) {
        Privileges there = after.object(thing.key())
                .filter(Privileges.class::isInstance)
                .map(Privileges.class::cast)
                .orElse(thing);
        List<Privilege> revoked = new ArrayList<>(there.revoked());
        for (DefaultPrivileges usual : defaults) {
            if (PostgresqlUsualPrivileges.isAbout(usual, there)) {
                revoked.addAll(PostgresqlUsualPrivileges.minus(usual.granted(), there.granted()));
            }
        }
        if (!revoked.isEmpty()) {
            after.object(there.key()).ifPresent(object -> told.removeObject(object.key()));
            told.add(new Privileges(there.name(), there.target(), there.arguments(), there.granted(), revoked));
        }
    }
}
