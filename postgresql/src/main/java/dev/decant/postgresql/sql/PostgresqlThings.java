package dev.decant.postgresql.sql;

import dev.decant.model.ObjectName;
import dev.decant.model.SchemaObject;
import dev.decant.model.SchemaView;
import dev.decant.model.Table;
import dev.decant.model.aggregate.Aggregate;
import dev.decant.model.compositetype.CompositeType;
import dev.decant.model.domain.Domain;
import dev.decant.model.enumtype.EnumType;
import dev.decant.model.namespace.Namespace;
import dev.decant.model.privilege.Privileges;
import dev.decant.model.privilege.Privileges.Target;
import dev.decant.model.rangetype.RangeType;
import dev.decant.model.routine.Routine;
import dev.decant.model.routine.RoutineType;
import dev.decant.model.sequence.Sequence;
import dev.decant.model.view.MaterializedView;
import dev.decant.model.view.View;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What roles have privileges on, each with none so far. */
public final class PostgresqlThings {
    private PostgresqlThings() {}

    /** All of a schema. */
    public static Stream<Privileges> of(SchemaView schema) {
        return Stream.concat(
                schema.tables().values().stream().flatMap(PostgresqlThings::of),
                schema.objects().values().stream().flatMap(PostgresqlThings::of));
    }

    /** A table and the sequences that come with it. */
    static Stream<Privileges> of(Table table) {
        Stream<Privileges> sequences = table.columns().stream()
                .flatMap(column -> PostgresqlNames.sequence(table.name(), column).stream())
                .map(sequence -> thing(sequence, Target.SEQUENCE, ""));
        return Stream.concat(Stream.of(thing(table.name(), Target.TABLE, "")), sequences);
    }

    /** An object and what comes with it; nothing when roles have no privileges on it. */
    static Stream<Privileges> of(SchemaObject object) {
        Stream<Privileges> companions =
                object instanceof RangeType range ? PostgresqlRangeCompanions.of(range) : Stream.empty();
        return Stream.concat(itself(object).stream(), companions);
    }

    private static Optional<Privileges> itself(SchemaObject object) {
        return switch (object) {
            case View view -> Optional.of(thing(view.name(), Target.TABLE, ""));
            case MaterializedView view -> Optional.of(thing(view.name(), Target.TABLE, ""));
            case Sequence sequence -> Optional.of(thing(sequence.name(), Target.SEQUENCE, ""));
            case Aggregate aggregate -> Optional.of(thing(aggregate.name(), Target.FUNCTION, aggregate.distinction()));
            case Namespace namespace -> Optional.of(thing(namespace.name(), Target.SCHEMA, ""));
            case EnumType type -> Optional.of(thing(type.name(), Target.TYPE, ""));
            case Domain type -> Optional.of(thing(type.name(), Target.TYPE, ""));
            case CompositeType type -> Optional.of(thing(type.name(), Target.TYPE, ""));
            case RangeType type -> Optional.of(thing(type.name(), Target.TYPE, ""));
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
}
