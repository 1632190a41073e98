package dev.decant.postgresql.sql;

import dev.decant.model.DataType;
import dev.decant.model.ObjectKey;
import dev.decant.model.ObjectName;
import dev.decant.model.SchemaView;
import dev.decant.model.privilege.Privileges;
import dev.decant.model.privilege.Privileges.Target;
import dev.decant.model.rangetype.RangeType;
import java.util.List;
import java.util.stream.Stream;

/**
 * What comes with a range type and has privileges of its own: the type of several ranges, and the functions that make values of both, which
 * lie where the range type does (makeRangeConstructors and makeMultirangeConstructors in src/backend/commands/typecmds.c).
 */
public final class PostgresqlRangeCompanions {
    private PostgresqlRangeCompanions() {}

    /** Each with no privileges so far. */
    static Stream<Privileges> of(RangeType range) {
        ObjectName several = range.multirange().orElseGet(() -> PostgresqlNames.multirange(range.name()));
        ObjectName makesSeveral = several.inSchema(range.name().schema());
        DataType subtype = range.subtype();
        String end = new DataType(subtype.name(), List.of(), subtype.dimensions()).toString();
        String one = DataType.declared(range.name()).toString();
        return Stream.of(
                thing(several, Target.TYPE, ""),
                thing(range.name(), Target.FUNCTION, "(" + end + ", " + end + ")"),
                thing(range.name(), Target.FUNCTION, "(" + end + ", " + end + ", text)"),
                thing(makesSeveral, Target.FUNCTION, "()"),
                thing(makesSeveral, Target.FUNCTION, "(" + one + ")"),
                thing(makesSeveral, Target.FUNCTION, "(" + one + "[])"));
    }

    private static Privileges thing(ObjectName name, Target target, String arguments) {
        return new Privileges(name, target, arguments, List.of(), List.of());
    }

    /** Whether something is a companion of a range type that there is. */
    public static boolean includes(Privileges thing, SchemaView schema) {
        ObjectKey key = thing.key();
        return (thing.target() == Target.TYPE || thing.target() == Target.FUNCTION)
                && schema.objects(RangeType.KIND).stream()
                        .flatMap(PostgresqlRangeCompanions::of)
                        .anyMatch(companion -> companion.key().equals(key));
    }
}
