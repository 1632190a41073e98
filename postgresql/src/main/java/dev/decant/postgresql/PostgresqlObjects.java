package dev.decant.postgresql;

import dev.decant.dialect.ObjectSupports;
import dev.decant.postgresql.access.PostgresqlDefaultPrivileges;
import dev.decant.postgresql.access.PostgresqlOwners;
import dev.decant.postgresql.access.PostgresqlPolicies;
import dev.decant.postgresql.access.PostgresqlPrivileges;
import dev.decant.postgresql.access.PostgresqlRoles;
import dev.decant.postgresql.raw.PostgresqlRawObjects;
import dev.decant.postgresql.routine.PostgresqlAggregates;
import dev.decant.postgresql.routine.PostgresqlEventTriggers;
import dev.decant.postgresql.routine.PostgresqlRoutines;
import dev.decant.postgresql.routine.PostgresqlTriggers;
import dev.decant.postgresql.table.PostgresqlSequences;
import dev.decant.postgresql.table.PostgresqlStatistics;
import dev.decant.postgresql.type.PostgresqlCollations;
import dev.decant.postgresql.type.PostgresqlComposites;
import dev.decant.postgresql.type.PostgresqlDomains;
import dev.decant.postgresql.type.PostgresqlEnums;
import dev.decant.postgresql.type.PostgresqlRanges;
import dev.decant.postgresql.view.PostgresqlMaterializedViews;
import dev.decant.postgresql.view.PostgresqlRules;
import dev.decant.postgresql.view.PostgresqlViews;

/** The kinds of objects beside tables that PostgreSQL has, with what writes each of them. */
final class PostgresqlObjects {
    static final ObjectSupports SUPPORTS = ObjectSupports.of(
                    "PostgreSQL",
                    new PostgresqlNamespaces(),
                    new PostgresqlExtensions(),
                    new PostgresqlEnums(),
                    new PostgresqlSequences(),
                    new PostgresqlViews(),
                    new PostgresqlMaterializedViews(),
                    new PostgresqlDomains(),
                    new PostgresqlComposites(),
                    new PostgresqlRanges(),
                    new PostgresqlCollations(),
                    new PostgresqlRoutines(),
                    new PostgresqlTriggers(),
                    new PostgresqlRules(),
                    new PostgresqlEventTriggers(),
                    new PostgresqlAggregates(),
                    new PostgresqlStatistics(),
                    new PostgresqlPolicies(),
                    new PostgresqlOwners(),
                    new PostgresqlPrivileges(),
                    new PostgresqlDefaultPrivileges(),
                    new PostgresqlRoles())
            .with(PostgresqlRawObjects.all());

    private PostgresqlObjects() {}
}
