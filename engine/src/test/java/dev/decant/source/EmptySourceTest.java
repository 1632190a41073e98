package dev.decant.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.model.Schema;
import org.junit.jupiter.api.Test;

class EmptySourceTest {
    @Test
    void there_is_nothing_in_it() {
        SchemaSource source = new EmptySource();

        assertThat(source.read()).isEqualTo(Schema.EMPTY);
        assertThat(source.formerNames()).isEmpty();
        assertThat(source.describe()).isEqualTo("an empty schema");
    }
}
