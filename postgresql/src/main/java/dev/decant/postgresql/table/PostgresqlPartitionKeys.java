package dev.decant.postgresql.table;

import static dev.decant.postgresql.sql.PostgresqlText.SYNTAX;

import dev.decant.model.Expression;
import dev.decant.model.Lineage;
import dev.decant.model.ObjectName;
import dev.decant.model.Reference;
import dev.decant.model.raw.RawObject;
import dev.decant.sql.Expressions;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** By what partitioned tables divide their rows: PostgreSQL's manual, CREATE TABLE, PARTITION BY. */
final class PostgresqlPartitionKeys {
    private PostgresqlPartitionKeys() {}

    /** The operator classes that a key may name; one that the system brings stands without a namespace. */
    static Set<Reference> operatorClasses(Lineage lineage) {
        return lineage.partitioning().stream()
                .flatMap(key -> Expressions.identifiers(key.sql(), SYNTAX).stream()
                        .filter(mention -> mention.path().size() == 2)
                        .map(mention -> RawObject.operatorClass(
                                ObjectName.of(mention.qualifier(), mention.name()), method(key))))
                .collect(Collectors.toSet());
    }

    private static String method(Expression key) {
        return key.sql().toUpperCase(Locale.ROOT).startsWith("HASH") ? "hash" : "btree";
    }
}
