package dev.decant.postgresql.access;

import dev.decant.dialect.Statement;
import dev.decant.model.SchemaView;
import dev.decant.model.privilege.DefaultPrivileges;
import dev.decant.model.privilege.Privilege;
import dev.decant.model.privilege.Privileges;
import dev.decant.model.privilege.Privileges.Target;
import dev.decant.postgresql.sql.PostgresqlRangeCompanions;
import dev.decant.postgresql.sql.PostgresqlThings;
import dev.decant.postgresql.sql.PostgresqlUsualPrivileges;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What becomes of the things that are there once default privileges give or take less: nobody said it of each thing, and so it would come to
 * light as a difference. Which things have it is not known, and it does no harm to take it from those that have it not; but for their owners,
 * who have it anyway.
 */
final class PostgresqlFormerDefaults {
    private final DefaultPrivileges before;
    private final DefaultPrivileges after;
    private final SchemaView schema;
    private final List<DefaultPrivileges> others;

    private PostgresqlFormerDefaults(DefaultPrivileges before, DefaultPrivileges after, SchemaView schema) {
        this.before = before;
        this.after = after;
        this.schema = schema;
        this.others = schema.objects(DefaultPrivileges.KIND).stream()
                .filter(other -> !other.key().equals(before.key()))
                .toList();
    }

    /** The statements for them; those that are said to have or to lack it by themselves are left alone. */
    static List<Statement> settled(DefaultPrivileges before, DefaultPrivileges after, SchemaView schema) {
        return new PostgresqlFormerDefaults(before, after, schema).statements();
    }

    /** What is the same for several things of a kind, and so is said in one statement. */
    private record Settlement(
            Target target, boolean companion, List<Privilege> gone, List<Privilege> kept, List<Privilege> back) {}

    private List<Statement> statements() {
        Map<Settlement, List<Privileges>> things = new LinkedHashMap<>();
        PostgresqlThings.of(schema)
                .filter(thing -> PostgresqlUsualPrivileges.isAbout(before, thing))
                .forEach(thing -> things.computeIfAbsent(settlement(thing), key -> new ArrayList<>())
                        .add(thing));
        List<Statement> statements = new ArrayList<>();
        things.forEach((settlement, all) -> statements.addAll(
                PostgresqlGrants.besidesOwners(new PostgresqlOwned(settlement.target(), settlement.companion(), all))
                        .change(settlement.gone(), settlement.back(), settlement.kept(), List.of())));
        return statements;
    }

    private Settlement settlement(Privileges thing) {
        List<Privilege> given = said(thing, after.granted(), DefaultPrivileges::granted, Privileges::granted);
        List<Privilege> taken = said(thing, after.revoked(), DefaultPrivileges::revoked, Privileges::revoked);
        List<Privilege> gone = PostgresqlUsualPrivileges.minus(
                PostgresqlUsualPrivileges.minus(before.granted(), given), ofEverybody(thing.target(), taken));
        List<Privilege> kept = given.stream()
                .filter(privilege -> gone.contains(privilege.withGrantable(true))
                        || gone.stream().anyMatch(whole -> PostgresqlGrants.takesAlong(whole, privilege)))
                .distinct()
                .toList();
        List<Privilege> back = PostgresqlUsualPrivileges.minus(before.revoked(), taken).stream()
                .filter(privilege -> !isOfTheMaker(privilege))
                .toList();
        boolean companion = PostgresqlRangeCompanions.includes(thing, schema);
        return new Settlement(thing.target(), companion, gone, kept, back);
    }

    /** Whether it is about what a role may do with what it makes itself, which gives it nothing of what others made. */
    private boolean isOfTheMaker(Privilege privilege) {
        return privilege.grantee().equals(before.name().local());
    }

    /** What the system gives everybody and nothing takes: the manual's chapter on privileges. */
    private static List<Privilege> ofEverybody(Target target, List<Privilege> taken) {
        List<Privilege> given = switch (target) {
            case TYPE -> List.of(Privilege.of("", "USAGE"));
            case FUNCTION, PROCEDURE -> List.of(Privilege.of("", "EXECUTE"));
            case LANGUAGE -> List.of(Privilege.of("", "USAGE"));
            case TABLE, SEQUENCE, SCHEMA, FOREIGN_SERVER, FOREIGN_DATA_WRAPPER -> List.of();
        };
        return PostgresqlUsualPrivileges.minus(given, taken);
    }

    /** What is given or taken by the default privileges as they come to be, by others, or for the thing itself. */
    private List<Privilege> said(
            Privileges thing,
            List<Privilege> usual,
            Function<DefaultPrivileges, List<Privilege>> ofDefaults,
            Function<Privileges, List<Privilege>> ofThing) {
        Stream<Privilege> elsewhere = others.stream()
                .filter(other -> PostgresqlUsualPrivileges.isAbout(other, thing))
                .flatMap(other -> ofDefaults.apply(other).stream());
        Stream<Privilege> own = schema.object(thing.key()).stream()
                .filter(Privileges.class::isInstance)
                .flatMap(object -> ofThing.apply((Privileges) object).stream());
        return Stream.of(usual.stream(), elsewhere, own).flatMap(each -> each).toList();
    }
}
