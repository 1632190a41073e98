package dev.decant.dsl.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.dsl.Column;
import dev.decant.dsl.Declaration;
import dev.decant.dsl.Declarations;
import dev.decant.dsl.Index;
import dev.decant.dsl.SqliteColumns;
import dev.decant.dsl.SqliteTable;
import dev.decant.dsl.Strict;
import dev.decant.dsl.WithoutRowid;
import dev.decant.model.Constraint;
import dev.decant.model.Expression;
import dev.decant.model.Fill;
import dev.decant.model.ObjectName;
import dev.decant.model.ReferentialAction;
import dev.decant.model.Table;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The same manner of writing for SQLite, with what SQLite has. */
class SqliteLibraryTest {
    enum Genre {
        NOVEL,
        POEM
    }

    static final class Stamps extends SqliteColumns {
        public final Column<String> createdAt = text().defaultNow();
    }

    @Strict
    static final class Books extends SqliteTable {
        static final Books BOOKS = new Books();
        public final Column<Long> id = integer().primaryKey().autoincrement();
        public final Column<String> title = text().notNull().unique();
        public final Column<Genre> genre = enumeration(Genre.class).defaultTo(Genre.NOVEL);
        public final Column<Boolean> inPrint = bool().notNull().defaultTo(true);
        public final Column<byte[]> cover = blob();
        public final Column<BigDecimal> price = numeric();
        public final Column<Double> weight = real().generatedVirtual("price * 2");
        public final Column<Long> sequelOf = integer().references(() -> this.id).onDelete(SET_NULL);
        public final Stamps stamps = include(new Stamps());
        public final Index byTitle =
                index().unique().on(title.collate("NOCASE"), price.desc()).where("in_print = 1");
    }

    @WithoutRowid
    static final class Pages extends SqliteTable {
        public final Column<Long> book = integer();
        public final Column<Long> page = integer();
        public final dev.decant.dsl.PrimaryKey key = primaryKey(book, page);
        public final dev.decant.dsl.ForeignKey toBook =
                foreignKey(book, () -> Books.BOOKS.id).onDelete(CASCADE).initiallyDeferred();
        public final dev.decant.dsl.Check positive = check("page > 0");
    }

    private static final Declaration DECLARATION = Declarations.of(Books.class, Pages.class);

    private static Table table(String name) {
        return DECLARATION.schema().table(ObjectName.of(name)).orElseThrow();
    }

    @Test
    void the_base_class_is_the_dialect() {
        assertThat(DECLARATION.dialect()).isEqualTo("sqlite");
    }

    @Test
    void types_are_those_of_sqlite() {
        assertThat(table("books").columns())
                .extracting(column -> column.name() + " " + column.type())
                .containsExactly(
                        "id integer",
                        "title text",
                        "genre text",
                        "in_print integer",
                        "cover blob",
                        "price numeric",
                        "weight real",
                        "sequel_of integer",
                        "created_at text");
    }

    @Test
    void columns_are_filled_as_sqlite_does() {
        assertThat(table("books").column("id").orElseThrow().fill()).isEqualTo(new Fill.AutoIncrement());
        assertThat(table("books").column("in_print").orElseThrow().fill())
                .isEqualTo(new Fill.Default(new Expression("1")));
        assertThat(table("books").column("created_at").orElseThrow().fill())
                .isEqualTo(new Fill.Default(new Expression("CURRENT_TIMESTAMP")));
        assertThat(table("books").column("weight").orElseThrow().fill())
                .isEqualTo(new Fill.Generated(new Expression("price * 2"), false));
    }

    @Test
    void an_enum_is_text_under_a_check() {
        assertThat(table("books").constraints())
                .contains(Constraint.Check.of("books_genre_check", new Expression("genre IN ('NOVEL', 'POEM')")));
        assertThat(DECLARATION.schema().objects()).isEmpty();
    }

    @Test
    void keys_have_names_and_actions() {
        assertThat(table("books").constraints())
                .extracting(Constraint::name)
                .containsExactly("books_genre_check", "books_pkey", "books_sequel_of_fkey", "books_title_key");
        assertThat(table("pages").foreignKeys())
                .singleElement()
                .satisfies(key -> assertThat(key.onDelete()).isEqualTo(ReferentialAction.CASCADE));
        assertThat(table("pages").primaryKey())
                .contains(new Constraint.PrimaryKey("pages_pkey", List.of("book", "page"), ""));
    }

    @Test
    void indexes_have_no_method() {
        dev.decant.model.Index.Key title =
                dev.decant.model.Index.Key.of("title").withCollation(Optional.of(ObjectName.of("NOCASE")));
        assertThat(table("books").indexes())
                .containsExactly(dev.decant.model.Index.of("books_title_price_idx", "", List.of("x"))
                        .withKeys(List.of(
                                title, dev.decant.model.Index.Key.of("price").withDescending(true)))
                        .withUnique(true)
                        .withPredicate(Optional.of(new Expression("in_print = 1"))));
    }

    @Test
    void tables_say_how_they_are_kept() {
        assertThat(table("books").options()).isEqualTo(Map.of("strict", "true"));
        assertThat(table("pages").options()).isEqualTo(Map.of("without_rowid", "true"));
    }
}
