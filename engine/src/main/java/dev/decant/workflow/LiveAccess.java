package dev.decant.workflow;

import dev.decant.change.Change;
import dev.decant.change.CreateObject;
import dev.decant.database.Scope;
import dev.decant.database.Target;
import dev.decant.model.Schema;
import dev.decant.model.SchemaBuilder;
import dev.decant.model.ownership.Ownership;
import dev.decant.plan.Plan;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Who owns the things of a database and what roles may do with them, where neither is compared: a plan that builds one of them again gives it
 * back.
 *
 * @param target the database
 * @param scope what of it is looked at, and whether roles and owners are
 */
record LiveAccess(Target target, Scope scope) {
    /** What a plan gives back although it is none of its changes. */
    static List<Change> givenBack(Plan plan) {
        return plan.statements()
                .flatMap(statement -> statement.serves().stream())
                .filter(change -> change instanceof CreateObject(Ownership ownership))
                .filter(change -> !plan.changes().contains(change))
                .toList();
    }

    /** What of it a plan could not give back, since this user may not, in words. */
    List<String> refused(Plan plan, Schema before) {
        List<Change> given = givenBack(plan);
        if (given.isEmpty()) {
            return List.of();
        }
        try (Connection connection = target.connect()) {
            return new DataReview(target.database(), connection, before)
                    .answers(given).stream()
                            .filter(DataAnswer::matters)
                            .map(DataAnswer::sentence)
                            .toList();
        } catch (SQLException e) {
            throw target.failure(e);
        }
    }

    /** All of it. */
    Schema read() {
        try (Connection connection = target.connect()) {
            SchemaBuilder kept = new SchemaBuilder();
            target.database().access(connection, scope).objects().values().stream()
                    .filter(object -> !scope.includes(object))
                    .forEach(kept::add);
            return kept.build();
        } catch (SQLException e) {
            throw target.failure(e);
        }
    }
}
