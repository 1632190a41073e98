package dev.decant.postgresql.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresqlHintsTest {
    @ParameterizedTest
    @CsvSource({"varchar2,varchar", "DATETIME,timestamp", "double,double precision", "itneger,integer", "jsonbb,jsonb"})
    void a_type_of_another_database_or_a_misspelt_one_has_a_neighbour_here(String written, String meant) {
        assertThat(PostgresqlHints.of("type \"" + written + "\" does not exist"))
                .contains("did you mean " + meant + "?");
    }

    @Test
    void a_type_like_no_other_has_none() {
        assertThat(PostgresqlHints.of("type \"public.contenttype\" does not exist"))
                .isEmpty();
        assertThat(PostgresqlHints.of("relation \"varchar2\" does not exist")).isEmpty();
    }

    @Test
    void an_extension_that_is_not_installed_is_named() {
        assertThat(PostgresqlHints.of("could not open extension control file"
                        + " \"/usr/share/postgresql/15/extension/vector.control\": No such file or directory"))
                .contains("the extension vector is not installed on the server");
    }
}
