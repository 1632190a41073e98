package dev.decant.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.change.Change;
import dev.decant.model.ObjectName;
import dev.decant.model.Schema;
import dev.decant.model.SchemaObject;
import dev.decant.model.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CodecPropertyTest {
    private final long seed = Long.getLong("decant.seed", new Random().nextLong());
    private final Random random = new Random(seed);
    private final RandomRecords records = new RandomRecords(random);

    @Test
    void what_was_written_is_read_again() {
        for (int i = 0; i < 3_000; i++) {
            Change change = records.of(Change.class);
            String text = JsonWriter.write(ChangeCodec.write(List.of(change)));
            assertThat(ChangeCodec.read(JsonReader.read(text, "changes.json")))
                    .as("seed %d, case %d:%n%s", seed, i, text)
                    .containsExactly(change);
        }
    }

    @Test
    void a_schema_survives_its_text_with_the_columns_in_their_order() {
        for (int i = 0; i < 300; i++) {
            Schema schema = schema();
            String text = JsonWriter.write(SchemaCodec.write(schema));
            Schema read = SchemaCodec.read(JsonReader.read(text, "schema.json"));
            assertThat(read).as("seed %d, case %d:%n%s", seed, i, text).isEqualTo(schema);
            assertThat(JsonWriter.write(SchemaCodec.write(read))).isEqualTo(text);
        }
    }

    @Test
    void equal_schemas_have_the_same_fingerprint_and_others_have_another() {
        for (int i = 0; i < 300; i++) {
            Schema schema = schema();
            String fingerprint = Fingerprint.of(schema);
            assertThat(Fingerprint.of(shuffled(schema)))
                    .as("seed %d, case %d", seed, i)
                    .isEqualTo(fingerprint);
            Schema more = Schema.of(
                    Stream.concat(schema.tables().values().stream(), Stream.of(table("unheard of")))
                            .toList(),
                    schema.objects().values());
            assertThat(Fingerprint.of(more)).isNotEqualTo(fingerprint);
        }
    }

    private static Table table(String name) {
        return Table.of(ObjectName.of(name), List.of());
    }

    private Schema schema() {
        return Schema.of(distinct(Table.class, Table::name), distinct(SchemaObject.class, SchemaObject::key));
    }

    private <T> List<T> distinct(Class<T> type, Function<T, Object> key) {
        Map<Object, T> values = Stream.generate(() -> records.of(type))
                .limit(random.nextInt(5))
                .collect(Collectors.toMap(key, value -> value, (one, other) -> one));
        return List.copyOf(values.values());
    }

    private Schema shuffled(Schema schema) {
        List<Table> tables = schema.tables().values().stream()
                .map(table -> table.withColumns(shuffled(table.columns())))
                .toList();
        return Schema.of(shuffled(tables), schema.objects().values());
    }

    private <T> List<T> shuffled(List<T> list) {
        List<T> copy = new ArrayList<>(list);
        Collections.shuffle(copy, random);
        return copy;
    }
}
