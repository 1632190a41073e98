package dev.decant.postgresql.access;

import static dev.decant.postgresql.sql.PostgresqlText.statement;

import dev.decant.dialect.Hazard;
import dev.decant.dialect.Statement;
import dev.decant.model.privilege.Privilege;
import dev.decant.postgresql.sql.PostgresqlLocks;
import dev.decant.postgresql.sql.PostgresqlText;
import dev.decant.sql.Sql;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Privileges given and taken away: GRANT and REVOKE, one statement a role.
 *
 * @param beginning begins a statement with what stands before the verb
 * @param on writes what the privileges are about, from the word ON
 * @param thing the same for people
 * @param owned the things, where a role that loses something keeps it as their owner
 */
record PostgresqlGrants(Supplier<Sql> beginning, Consumer<Sql> on, String thing, Optional<PostgresqlOwned> owned) {
    PostgresqlGrants(Supplier<Sql> beginning, Consumer<Sql> on, String thing) {
        this(beginning, on, thing, Optional.empty());
    }

    /** Those on things, of which nobody loses what is his as their owner. */
    static PostgresqlGrants besidesOwners(PostgresqlOwned things) {
        return new PostgresqlGrants(
                () -> new Sql(PostgresqlText.SYNTAX),
                sql -> sql.words("ON " + things.target()).text(things.list()),
                things.list(),
                Optional.of(things));
    }

    private record Kind(String grantee, boolean grantable) {}

    /**
     * What turns the privileges of before into those of after.
     *
     * @param grantedBefore what was given besides the usual
     * @param revokedBefore what was taken of the usual
     */
    List<Statement> change(
            List<Privilege> grantedBefore,
            List<Privilege> revokedBefore,
            List<Privilege> grantedAfter,
            List<Privilege> revokedAfter) {
        List<Statement> statements = new ArrayList<>();
        List<Privilege> gone = minus(grantedBefore, grantedAfter);
        List<Privilege> come = minus(grantedAfter, grantedBefore);
        List<Privilege> lessened = gone.stream()
                .filter(privilege -> come.contains(privilege.withGrantable(!privilege.grantable())))
                .toList();
        revoke("", minus(gone, lessened), statements);
        revoke(
                "GRANT OPTION FOR",
                lessened.stream().filter(Privilege::grantable).toList(),
                statements);
        revoke("", minus(revokedAfter, revokedBefore), statements);
        List<Privilege> keptWithoutOption = lessened.stream()
                .filter(Privilege::grantable)
                .map(privilege -> privilege.withGrantable(false))
                .toList();
        grant(minus(come, keptWithoutOption), statements);
        grant(takenAlong(gone, minus(grantedAfter, come)), statements);
        grant(minus(revokedBefore, revokedAfter), statements);
        return statements;
    }

    /** What is about columns goes with what is about the whole thing: the manual's page of REVOKE. */
    private static List<Privilege> takenAlong(List<Privilege> gone, List<Privilege> kept) {
        return kept.stream()
                .filter(privilege -> gone.stream().anyMatch(whole -> takesAlong(whole, privilege)))
                .toList();
    }

    /** Whether who loses a privilege loses one about a column too. */
    static boolean takesAlong(Privilege whole, Privilege ofColumn) {
        return whole.column().isEmpty()
                && !ofColumn.column().isEmpty()
                && whole.grantee().equals(ofColumn.grantee())
                && whole.action().equals(ofColumn.action());
    }

    private static List<Privilege> minus(List<Privilege> all, List<Privilege> some) {
        return all.stream().filter(privilege -> !some.contains(privilege)).toList();
    }

    private void grant(List<Privilege> privileges, List<Statement> statements) {
        byKind(privileges).forEach((kind, actions) -> {
            Sql sql = beginning.get().words("GRANT");
            actions(sql, actions);
            statements.add(granting(sql, kind).explained(PostgresqlLocks.CATALOGUE));
        });
    }

    private Statement granting(Sql grant, Kind kind) {
        String option = kind.grantable() ? " WITH GRANT OPTION" : "";
        Optional<PostgresqlOwned> companions = owned.filter(PostgresqlOwned::companions);
        if (companions.isPresent()) {
            return Statement.of(companions.get().grant(grant.toString(), kind.grantee(), option));
        }
        on.accept(grant);
        grantee(grant.words("TO"), kind.grantee());
        return statement(grant.when(kind.grantable(), "WITH GRANT OPTION"));
    }

    private void revoke(String option, List<Privilege> privileges, List<Statement> statements) {
        byKind(privileges).forEach((kind, actions) -> {
            Sql sql = beginning.get().words("REVOKE").when(!option.isEmpty(), option);
            actions(sql, actions);
            String who = kind.grantee().isEmpty() ? "everybody" : kind.grantee();
            statements.add(revocation(sql, kind.grantee())
                    .explained(PostgresqlLocks.CATALOGUE)
                    .with(Hazard.Kind.BREAKING, who + " may do less with " + thing));
        });
    }

    private Statement revocation(Sql revoke, String grantee) {
        Optional<PostgresqlOwned> besidesOwners = owned.filter(things -> things.companions() || !grantee.isEmpty());
        if (besidesOwners.isPresent()) {
            return Statement.of(besidesOwners.get().revocation(revoke.toString(), grantee));
        }
        on.accept(revoke);
        grantee(revoke.words("FROM"), grantee);
        return statement(revoke);
    }

    private static Map<Kind, List<Privilege>> byKind(List<Privilege> privileges) {
        Map<Kind, List<Privilege>> kinds = new LinkedHashMap<>();
        privileges.forEach(privilege -> kinds.computeIfAbsent(
                        new Kind(privilege.grantee(), privilege.grantable()), kind -> new ArrayList<>())
                .add(privilege));
        return kinds;
    }

    /** {@code SELECT (id, name), INSERT}. */
    private static void actions(Sql sql, List<Privilege> privileges) {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        List<String> whole = new ArrayList<>();
        for (Privilege privilege : privileges) {
            if (privilege.column().isEmpty()) {
                whole.add(privilege.action());
            } else {
                columns.computeIfAbsent(privilege.action(), action -> new ArrayList<>())
                        .add(privilege.column());
            }
        }
        List<Runnable> writers = new ArrayList<>();
        whole.forEach(action -> writers.add(() -> sql.words(action)));
        columns.forEach((action, names) -> writers.add(() -> sql.words(action).list(names)));
        sql.commas(writers, (item, writer) -> writer.run());
    }

    private static void grantee(Sql sql, String role) {
        if (role.isEmpty()) {
            sql.words("PUBLIC");
        } else {
            sql.name(role);
        }
    }
}
