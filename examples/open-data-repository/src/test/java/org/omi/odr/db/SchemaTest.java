package org.omi.odr.db;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.dsl.Declarations;
import dev.decant.model.ObjectName;
import dev.decant.model.Schema;
import dev.decant.model.Table;
import dev.decant.model.enumtype.EnumType;
import dev.decant.model.extension.Extension;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The classes say what the database is. */
class SchemaTest {
    private static final Schema SCHEMA = Declarations.of(SchemaClasses.all()).schema();

    @Test
    void every_fact_is_declared_and_nothing_else() {
        assertThat(String.join("\n", DeclaredFacts.of(SCHEMA))).isEqualTo(String.join("\n", Facts.known()));
    }

    @Test
    void there_are_22_tables_6_enums_31_foreign_keys_and_21_indexes() {
        assertThat(SCHEMA.tables()).hasSize(22);
        assertThat(SCHEMA.objects(EnumType.KIND)).hasSize(6);
        assertThat(SCHEMA.tables().values()).flatExtracting(Table::foreignKeys).hasSize(31);
        assertThat(SCHEMA.tables().values()).flatExtracting(Table::indexes).hasSize(21);
    }

    @Test
    void the_extension_is_part_of_the_schema() {
        assertThat(SCHEMA.objects(Extension.KIND))
                .extracting(Extension::name)
                .isEqualTo(List.of(ObjectName.of("vector")));
    }
}
