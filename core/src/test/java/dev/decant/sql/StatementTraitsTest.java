package dev.decant.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StatementTraitsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "VACUUM",
                "vacuum (full, analyze) t",
                "/* c */ CREATE INDEX CONCURRENTLY i ON t (a)",
                "CREATE UNIQUE INDEX -- c\n concurrently IF NOT EXISTS i ON t (a)",
                "DROP INDEX CONCURRENTLY IF EXISTS i",
                "REINDEX INDEX CONCURRENTLY i",
                "REINDEX (VERBOSE) TABLE CONCURRENTLY t",
                "REINDEX (VERBOSE, CONCURRENTLY) TABLE t",
                "REINDEX SCHEMA s",
                "REINDEX (VERBOSE) DATABASE d",
                "CLUSTER",
                "CLUSTER VERBOSE",
                "ALTER TABLE a.t DETACH PARTITION p CONCURRENTLY",
                "CREATE DATABASE d",
                "DROP DATABASE IF EXISTS d",
                "ALTER DATABASE d SET TABLESPACE x",
                "CREATE TABLESPACE x LOCATION '/y'",
                "DROP TABLESPACE x",
                "ALTER SYSTEM SET work_mem = '1MB'",
                "CREATE SUBSCRIPTION s CONNECTION 'x' PUBLICATION p",
                "CREATE SUBSCRIPTION s CONNECTION 'x' PUBLICATION p WITH (create_slot = true)",
                "DROP SUBSCRIPTION s",
                "ALTER SUBSCRIPTION s REFRESH PUBLICATION",
                "ALTER SUBSCRIPTION s SET PUBLICATION p",
                "DISCARD ALL",
            })
    void postgresql_runs_these_outside_of_transactions(String statement) {
        assertThat(StatementTraits.POSTGRESQL.runsOutsideTransaction(statement)).isTrue();
        assertThat(StatementTraits.POSTGRESQL.controlsTransaction(statement)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE INDEX i ON t (a)",
                "CREATE INDEX \"concurrently\" ON t (a)",
                "DROP INDEX i",
                "REINDEX TABLE t",
                "REINDEX TABLE \"concurrently\"",
                "CLUSTER t USING i",
                "CLUSTER VERBOSE t",
                "ALTER TABLE t DETACH PARTITION p",
                "ALTER TABLE t ADD COLUMN concurrently_x int",
                "ALTER DATABASE d SET work_mem = '1MB'",
                "CREATE SUBSCRIPTION s CONNECTION 'x' PUBLICATION p WITH (connect = false)",
                "CREATE SUBSCRIPTION s CONNECTION 'x' PUBLICATION p WITH (enabled = false, create_slot = false)",
                "ALTER SUBSCRIPTION s ADD PUBLICATION p WITH (refresh = false)",
                "ALTER SUBSCRIPTION s DISABLE",
                "REFRESH MATERIALIZED VIEW CONCURRENTLY v",
                "ANALYZE t",
                "CREATE TABLE vacuum (a int)",
                "COMMENT ON TABLE t IS 'VACUUM'",
                "DISCARD TEMP",
                "ALTER TYPE e ADD VALUE 'x'",
            })
    void postgresql_runs_these_in_transactions(String statement) {
        assertThat(StatementTraits.POSTGRESQL.runsOutsideTransaction(statement)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BEGIN",
                "begin isolation level serializable",
                "START TRANSACTION READ ONLY",
                "COMMIT",
                "COMMIT PREPARED 'x'",
                "END",
                "/* x */ ROLLBACK",
                "ROLLBACK TRANSACTION",
                "ROLLBACK AND CHAIN",
                "ABORT",
                "PREPARE TRANSACTION 'x'"
            })
    void these_begin_or_end_a_transaction(String statement) {
        assertThat(StatementTraits.POSTGRESQL.controlsTransaction(statement)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ROLLBACK TO SAVEPOINT s",
                "ROLLBACK WORK TO s",
                "SAVEPOINT s",
                "RELEASE s",
                "PREPARE p AS SELECT 1",
                "SELECT 'COMMIT'",
                "\"begin\"",
                "CREATE TABLE commit (a int)"
            })
    void these_leave_the_transaction_alone(String statement) {
        assertThat(StatementTraits.POSTGRESQL.controlsTransaction(statement)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "VACUUM",
                "VACUUM INTO 'x'",
                "PRAGMA foreign_keys = OFF",
                "PRAGMA foreign_keys(0)",
                "pragma main.journal_mode=WAL"
            })
    void sqlite_runs_these_outside_of_transactions(String statement) {
        assertThat(StatementTraits.SQLITE.runsOutsideTransaction(statement)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PRAGMA foreign_keys",
                "PRAGMA foreign_key_check",
                "PRAGMA user_version = 1",
                "ATTACH 'x' AS y",
                "DETACH y"
            })
    void sqlite_runs_these_anywhere(String statement) {
        assertThat(StatementTraits.SQLITE.runsOutsideTransaction(statement)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"BEGIN IMMEDIATE", "COMMIT TRANSACTION", "END TRANSACTION", "ROLLBACK"})
    void sqlite_begins_and_ends_transactions_with_these(String statement) {
        assertThat(StatementTraits.SQLITE.controlsTransaction(statement)).isTrue();
        assertThat(StatementTraits.SQLITE.controlsTransaction(statement + " TO s"))
                .isEqualTo(!statement.equals("ROLLBACK"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"BEGIN WORK", "START TRANSACTION", "XA START 'x'", "SET autocommit = 0", "LOCK TABLES t WRITE"})
    void mysql_begins_and_ends_transactions_with_these(String statement) {
        assertThat(StatementTraits.MYSQL.controlsTransaction(statement)).isTrue();
        assertThat(StatementTraits.MYSQL.controlsTransaction("BEGIN NOT ATOMIC SELECT 1; END"))
                .isFalse();
    }
}
