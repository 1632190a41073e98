package dev.decant.dsl.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.dsl.Declaration;
import dev.decant.dsl.Declarations;
import dev.decant.model.Column;
import dev.decant.model.Constraint;
import dev.decant.model.DataType;
import dev.decant.model.Enforcement;
import dev.decant.model.Expression;
import dev.decant.model.Fill;
import dev.decant.model.Index;
import dev.decant.model.ObjectName;
import dev.decant.model.ReferentialAction;
import dev.decant.model.Schema;
import dev.decant.model.SequenceOptions;
import dev.decant.model.Table;
import dev.decant.model.enumtype.EnumType;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The classes of the guide say what they look like. */
class LibraryTest {
    private static final Declaration DECLARATION =
            Declarations.of(Users.class, Contents.class, ContentSetItems.class, ContentType.class);
    private static final Schema SCHEMA = DECLARATION.schema();
    private static final Table CONTENTS = table("contents");

    private static Table table(String name) {
        return SCHEMA.table(ObjectName.of("public", name)).orElseThrow();
    }

    @Test
    void the_base_class_is_the_dialect() {
        assertThat(DECLARATION.dialect()).isEqualTo("postgresql");
    }

    @Test
    void tables_and_columns_are_named_after_classes_and_fields() {
        assertThat(SCHEMA.tables().keySet())
                .extracting(ObjectName::toString)
                .containsExactly("public.content_set_items", "public.contents", "public.users");
        assertThat(CONTENTS.columns())
                .extracting(Column::name)
                .containsExactly("id", "hash", "type", "from_user_id", "created_at", "url", "embedding");
        assertThat(table("users").column("emailVerified")).isPresent();
    }

    @Test
    void types_are_spelled_as_the_database_does() {
        assertThat(CONTENTS.columns())
                .extracting(column -> column.type().toString())
                .containsExactly(
                        "integer",
                        "character varying",
                        "public.contenttype",
                        "integer",
                        "timestamp with time zone",
                        "text[]",
                        "vector(512)");
    }

    @Test
    void a_column_is_nullable_unless_it_says_otherwise() {
        assertThat(table("users").columns())
                .filteredOn(column -> !column.nullable())
                .extracting(Column::name)
                .containsExactly("id", "is_active");
    }

    @Test
    void a_serial_brings_its_sequence() {
        assertThat(CONTENTS.columns().getFirst().fill())
                .isEqualTo(new Fill.Serial(ObjectName.of("public", "contents_id_seq"), SequenceOptions.DEFAULT));
    }

    @Test
    void defaults_are_expressions() {
        assertThat(CONTENTS.column("created_at").orElseThrow().fill())
                .isEqualTo(new Fill.Default(new Expression("now()")));
        assertThat(table("users").column("is_active").orElseThrow().fill())
                .isEqualTo(new Fill.Default(new Expression("true")));
    }

    @Test
    void constraints_have_the_names_that_the_database_would_give() {
        ObjectName users = ObjectName.of("public", "users");
        assertThat(CONTENTS.constraints())
                .containsExactly(
                        new Constraint.ForeignKey(
                                "contents_from_user_id_fkey",
                                List.of("from_user_id"),
                                users,
                                List.of("id"),
                                ReferentialAction.NO_ACTION,
                                ReferentialAction.SET_NULL,
                                dev.decant.model.MatchType.SIMPLE,
                                dev.decant.model.Deferral.NOT_DEFERRABLE,
                                Enforcement.ENFORCED,
                                ""),
                        new Constraint.PrimaryKey("contents_pkey", List.of("id"), ""),
                        Constraint.Check.of("contents_size_positive", new Expression("size > 0")));
        assertThat(table("content_set_items").primaryKey())
                .contains(new Constraint.PrimaryKey(
                        "content_set_items_pkey", List.of("content_set_id", "content_id"), ""));
    }

    @Test
    void indexes_have_the_names_that_the_database_would_give() {
        Index.OperatorClass cosine = new Index.OperatorClass(ObjectName.of("vector_cosine_ops"), java.util.Map.of());
        assertThat(CONTENTS.indexes())
                .containsExactly(
                        Index.of("contents_embedding_idx", "hnsw", List.of("embedding"))
                                .withKeys(List.of(Index.Key.of("embedding").withOperatorClass(Optional.of(cosine)))),
                        Index.of("ix_contents_hash", "btree", List.of("hash")));
    }

    @Test
    void an_enum_is_there_because_a_column_uses_it() {
        ObjectName name = ObjectName.of("public", "contenttype");
        assertThat(SCHEMA.objects().values()).containsExactly(new EnumType(name, List.of("IMAGE", "VIDEO"), ""));
        assertThat(CONTENTS.column("type").orElseThrow().type()).isEqualTo(DataType.declared(name));
    }
}
