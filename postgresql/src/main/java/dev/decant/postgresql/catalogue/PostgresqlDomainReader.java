package dev.decant.postgresql.catalogue;

import static dev.decant.postgresql.catalogue.PostgresqlCatalogue.text;
import static dev.decant.postgresql.catalogue.PostgresqlCatalogue.texts;

import dev.decant.model.Constraint;
import dev.decant.model.Enforcement;
import dev.decant.model.Expression;
import dev.decant.model.ObjectName;
import dev.decant.model.domain.Domain;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads domains with what their values must fulfil. */
final class PostgresqlDomainReader {
    /** A condition has its name, its comment, and whether it holds for all values, each in an array of their own. */
    private static final String DOMAINS =
            """
            SELECT n.nspname AS namespace, d.typname AS name, obj_description(d.oid, 'pg_type') AS comment, d.typnotnull,
              pg_get_expr(d.typdefaultbin, 0) AS fill,
              (SELECT r.conname FROM pg_constraint r WHERE r.contypid = d.oid AND r.contype = 'n') AS not_null,
              ARRAY(SELECT r.conname::text FROM pg_constraint r
                WHERE r.contypid = d.oid AND r.contype = 'c' ORDER BY r.conname) AS checks,
              ARRAY(SELECT pg_get_expr(r.conbin, 0) FROM pg_constraint r
                WHERE r.contypid = d.oid AND r.contype = 'c' ORDER BY r.conname) AS conditions,
              ARRAY(SELECT r.convalidated::text FROM pg_constraint r
                WHERE r.contypid = d.oid AND r.contype = 'c' ORDER BY r.conname) AS valid,
              ARRAY(SELECT coalesce(obj_description(r.oid, 'pg_constraint'), '') FROM pg_constraint r
                WHERE r.contypid = d.oid AND r.contype = 'c' ORDER BY r.conname) AS comments,
              CASE WHEN d.typcollation <> tt.typcollation THEN l.collname END AS collation, ln.nspname AS collation_namespace,
            %s
            FROM pg_type d
            JOIN pg_namespace n ON n.oid = d.typnamespace
            %s
            LEFT JOIN pg_collation l ON l.oid = d.typcollation
            LEFT JOIN pg_namespace ln ON ln.oid = l.collnamespace
            WHERE d.typnamespace = ANY (?) AND d.typtype = 'd'
              AND NOT EXISTS (
                SELECT FROM pg_depend e
                WHERE e.classid = 'pg_type'::regclass AND e.objid = d.oid AND e.deptype = 'e')
            """.formatted(PostgresqlTypeReader.selected("d.typtypmod"), PostgresqlTypeReader.joined("d.typbasetype"));

    private PostgresqlDomainReader() {}

    static List<Domain> read(PostgresqlCatalogue catalogue) throws SQLException {
        return catalogue.read(DOMAINS, PostgresqlDomainReader::domain);
    }

    private static Domain domain(ResultSet row) throws SQLException {
        return new Domain(
                ObjectName.of(row.getString("namespace"), row.getString("name")),
                PostgresqlTypeReader.type(row),
                PostgresqlTypeReader.collation(row),
                Optional.ofNullable(row.getString("fill")).map(Expression::new),
                row.getBoolean("typnotnull")
                        ? new Domain.Nullability(true, text(row, "not_null"))
                        : Domain.Nullability.NULLABLE,
                checks(row),
                text(row, "comment"));
    }

    private static List<Constraint.Check> checks(ResultSet row) throws SQLException {
        List<String> names = texts(row, "checks");
        List<String> conditions = texts(row, "conditions");
        List<String> valid = texts(row, "valid");
        List<String> comments = texts(row, "comments");
        List<Constraint.Check> checks = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            checks.add(new Constraint.Check(
                    names.get(i),
                    new Expression(conditions.get(i)),
                    false,
                    Boolean.parseBoolean(valid.get(i)) ? Enforcement.ENFORCED : Enforcement.NOT_VALID,
                    comments.get(i)));
        }
        return checks;
    }
}
