package dev.decant.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SqlTest {

    @Test
    void a_statement_reads_like_its_sql() {
        Sql sql = new Sql(Syntax.POSTGRESQL)
                .words("ALTER TABLE")
                .name("app", "order")
                .words("ADD CONSTRAINT")
                .name("order_user_id_fkey")
                .words("FOREIGN KEY")
                .list(List.of("user_id", "Tenant"))
                .words("REFERENCES")
                .name("", "users")
                .list(List.of("id", "tenant"))
                .when(true, "ON DELETE CASCADE")
                .when(false, "DEFERRABLE");
        assertThat(sql.end())
                .isEqualTo(
                        "ALTER TABLE app.\"order\" ADD CONSTRAINT order_user_id_fkey FOREIGN KEY (user_id, \"Tenant\")"
                                + " REFERENCES users (id, tenant) ON DELETE CASCADE;");
        assertThat(sql.toString()).endsWith("CASCADE");
    }

    @Test
    void the_elements_of_a_table_stand_one_a_line() {
        Sql sql = new Sql(Syntax.SQLITE)
                .words("CREATE TABLE")
                .name("t")
                .lines(
                        List.of("id", "select"),
                        (line, column) -> line.name(column).words("integer"))
                .words("STRICT");
        assertThat(sql.end()).isEqualTo("CREATE TABLE t (\n    id integer,\n    \"select\" integer\n) STRICT;");
    }

    @Test
    void nested_lines_are_indented_further_and_no_lines_are_an_empty_pair() {
        Sql nested = new Sql(Syntax.POSTGRESQL)
                .words("A")
                .lines(List.of(1, 2), (outer, n) -> outer.words("B").lines(List.of(n), Sql::literal));
        assertThat(nested.toString()).isEqualTo("""
                A (
                    B (
                        1
                    ),
                    B (
                        2
                    )
                )""");
        assertThat(new Sql(Syntax.POSTGRESQL)
                        .words("CREATE TABLE t")
                        .lines(List.<String>of(), Sql::name)
                        .end())
                .isEqualTo("CREATE TABLE t ();");
    }

    @Test
    void calls_casts_and_expressions_stand_close() {
        Sql sql = new Sql(Syntax.POSTGRESQL)
                .words("SELECT")
                .call("setval", inside -> inside.literal("s").comma().call("max", x -> x.name("id")))
                .joined("::")
                .text("bigint")
                .words("WHERE")
                .parenthesized("a > 1");
        assertThat(sql.toString()).isEqualTo("SELECT setval('s', max(id))::bigint WHERE (a > 1)");
    }

    @Test
    void an_empty_piece_leaves_no_blank() {
        assertThat(new Sql(Syntax.POSTGRESQL).words("A").words("").words("B").toString())
                .isEqualTo("A B");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            users        | users          | users     | users
            Users        | "Users"        | Users     | Users
            user         | "user"         | user      | user
            order        | "order"        | "order"   | `order`
            ORDER        | "ORDER"        | "ORDER"   | `ORDER`
            ~~           | ""             | ""        | ``
            1st          | "1st"          | "1st"     | `1st`
            a1           | a1             | a1        | a1
            _a           | _a             | _a        | _a
            a$b          | "a$b"          | "a$b"     | `a$b`
            naïve        | "naïve"        | "naïve"   | `naïve`
            a b          | "a b"          | "a b"     | `a b`
            a"b          | "a""b"         | "a""b"    | `a"b`
            a`b          | "a`b"          | "a`b"     | `a``b`
            a;--b        | "a;--b"        | "a;--b"   | `a;--b`
            key          | key            | "key"     | `key`
            position     | "position"     | position  | position
            returning    | "returning"    | "returning" | `returning`
            """)
    void a_name_is_quoted_when_it_must_be(String name, String postgresql, String sqlite, String mysql) {
        assertThat(Syntax.POSTGRESQL.name(name)).isEqualTo(postgresql);
        assertThat(Syntax.SQLITE.name(name)).isEqualTo(sqlite);
        assertThat(Syntax.MYSQL.name(name)).isEqualTo(mysql);
    }

    @Test
    void a_long_name_is_not_cut() {
        assertThat(Syntax.POSTGRESQL.name("x".repeat(200))).hasSize(200);
    }

    @Test
    void strings_are_escaped_as_the_dialect_reads_them() {
        assertThat(Syntax.POSTGRESQL.literal("it's a \\ path")).isEqualTo("'it''s a \\ path'");
        assertThat(Syntax.SQLITE.literal("it's a \\ path")).isEqualTo("'it''s a \\ path'");
        assertThat(Syntax.MYSQL.literal("it's a \\ path")).isEqualTo("'it''s a \\\\ path'");
        assertThat(new Sql(Syntax.POSTGRESQL).literal("").words("IS").toString())
                .isEqualTo("'' IS");
    }

    @Test
    void a_character_that_no_server_stores_is_refused() {
        assertThatThrownBy(() -> Syntax.POSTGRESQL.literal("a\0b")).hasMessageContaining("U+0000");
        assertThatThrownBy(() -> Syntax.SQLITE.quoted("a\0b")).hasMessageContaining("U+0000");
    }

    @Test
    void a_body_gets_a_tag_that_it_does_not_hold() {
        assertThat(Syntax.POSTGRESQL.body("SELECT 1")).isEqualTo("$$SELECT 1$$");
        assertThat(Syntax.POSTGRESQL.body("a $$ b")).isEqualTo("$body$a $$ b$body$");
        assertThat(Syntax.POSTGRESQL.body("$$ ends in $body")).isEqualTo("$body1$$$ ends in $body$body1$");
        assertThat(Syntax.POSTGRESQL.body("cost $")).isEqualTo("$body$cost $$body$");
        assertThat(Syntax.SQLITE.body("it's")).isEqualTo("'it''s'");
    }
}
