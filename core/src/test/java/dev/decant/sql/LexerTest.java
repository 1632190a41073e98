package dev.decant.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.decant.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LexerTest {

    /** One letter a token: W word, N quoted name, S string, # number, O operator, P punctuation, T terminator, ... */
    private static String shape(String text, Syntax syntax) {
        return shape(Lexer.tokens(text, syntax));
    }

    private static String scriptShape(String text) {
        List<Token> tokens = new ArrayList<>();
        Lexer.ofScript(text, Syntax.MYSQL).forEachRemaining(tokens::add);
        return shape(tokens);
    }

    private static String shape(List<Token> tokens) {
        return tokens.stream()
                .filter(token -> token.kind() != Kind.WHITESPACE)
                .map(token -> letter(token.kind()) + "<" + token.text() + ">")
                .collect(Collectors.joining(" "));
    }

    private static String letter(Kind kind) {
        return switch (kind) {
            case WORD -> "W";
            case QUOTED_NAME -> "N";
            case STRING -> "S";
            case NUMBER -> "#";
            case OPERATOR -> "O";
            case PUNCTUATION -> "P";
            case TERMINATOR -> "T";
            case PARAMETER -> "$";
            case COMMENT -> "C";
            case CONDITIONAL_COMMENT -> "!";
            case WHITESPACE -> "_";
            case CLIENT_COMMAND -> "\\";
            case OTHER -> "?";
        };
    }

    @ParameterizedTest
    @CsvSource(delimiter = '§', quoteCharacter = '~', textBlock = """
            a$b$c                   § W<a$b$c>
            $a1$x $a$ y$a1$z        § S<$a1$x $a$ y$a1$> W<z>
            $$ ; $b$ $$             § S<$$ ; $b$ $$>
            $é$x$é$                 § S<$é$x$é$>
            $1+$12                  § $<$1> O<+> $<$12>
            $a + 1                  § ?<$> W<a> O<+> #<1>
            a::b::c                 § W<a> O<::> W<b> O<::> W<c>
            a:=b                    § W<a> O<:=> W<b>
            a[1:2]                  § W<a> P<[> #<1> P<:> #<2> P<]>
            E'\\''x                  § S<E'\\''> W<x>
            e'a''b\\\\'               § S<e'a''b\\\\'>
            'a\\'                    § S<'a\\'>
            'it''s'                 § S<'it''s'>
            "a""b"                  § N<"a""b">
            U&"d\\0061t"             § N<U&"d\\0061t">
            u&'\\0041'               § S<u&'\\0041'>
            U&x                     § W<U> O<&> W<x>
            B'01' x'fF' N'a'        § S<B'01'> S<x'fF'> S<N'a'>
            foo'bar'                § W<foo> S<'bar'>
            1..2                    § #<1> O<..> #<2>
            1.e5 .5 1. 1_000 0x_f   § #<1.e5> #<.5> #<1.> #<1_000> #<0x_f>
            1e 1e+ 2e-3             § #<1> W<e> #<1> W<e> O<+> #<2e-3>
            a.1                     § W<a> #<.1>
            @- -@                   § O<@-> O<-@>
            *- +-                   § O<*> O<-> O<+> O<->
            a<-1                    § W<a> O<<> O<-> #<1>
            a@>-1                   § W<a> O<@>-> #<1>
            a=--1                   § W<a> O<=> C<--1>
            a+/*x*/-b               § W<a> O<+> C</*x*/> O<-> W<b>
            ?| ?& ? #>>             § O<?|> O<?&> O<?> O<#>>>
            `a`                     § O<`> W<a> O<`>
            /* a /* b */ c */ d     § C</* a /* b */ c */> W<d>
            /*/ */                  § C</*/ */>
            -- c                    § C<-- c>
            \\copy t FROM x          § \\<\\copy t FROM x>
            müller Ünïcode 名前     § W<müller> W<Ünïcode> W<名前>
            {a}~                    § P<{> W<a> P<}> O<~>
            """)
    void postgresql_is_read_as_its_scanner_reads_it(String text, String expected) {
        assertThat(shape(text, Syntax.POSTGRESQL)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '§', quoteCharacter = '~', textBlock = """
            `a``b` [a"b] "a""b"     § N<`a``b`> N<[a"b]> N<"a""b">
            ? ?1 :a @b $c           § $<?> $<?1> $<:a> $<@b> $<$c>
            a->>'$.x' ->'y'         § W<a> O<->>> S<'$.x'> O<->> S<'y'>
            a||b==c<>d              § W<a> O<||> W<b> O<==> W<c> O<<>> W<d>
            /* a /* b */ c          § C</* a /* b */> W<c>
            /* open                 § C</* open>
            x'0f' E'a'              § S<x'0f'> W<E> S<'a'>
            'a\\'                    § S<'a\\'>
            a--b                    § W<a> C<--b>
            $$ $                    § $<$$> ?<$>
            """)
    void sqlite_is_read_as_its_tokenizer_reads_it(String text, String expected) {
        assertThat(shape(text, Syntax.SQLITE)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '§', quoteCharacter = '~', textBlock = """
            'it\\'s' "a\\"b" "c""d"   § S<'it\\'s'> S<"a\\"b"> S<"c""d">
            `a``b`                  § N<`a``b`>
            5--5                    § #<5> O<-> O<-> #<5>
            5-- 5                   § #<5> C<-- 5>
            a # b                   § W<a> C<# b>
            1a 1e5 1e 12            § W<1a> #<1e5> W<1e> #<12>
            t.1a                    § W<t> P<.> W<1a>
            @a @@global.x ?         § $<@a> $<@@global> P<.> W<x> $<?>
            a<=>b:=c                § W<a> O<<=>> W<b> O<:=> W<c>
            /*!40101 SET a */       § !</*!40101 SET a */>
            /*+ HINT */             § !</*+ HINT */>
            /* a */                 § C</* a */>
            'u'@'h'                 § S<'u'> O<@> S<'h'>
            $x                      § W<$x>
            \\G                      § \\<\\G>
            """)
    void mysql_is_read_as_its_server_reads_it(String text, String expected) {
        assertThat(shape(text, Syntax.MYSQL)).isEqualTo(expected);
    }

    @Test
    void an_escape_string_goes_on_after_a_line_break() {
        assertThat(shape("E'a'\n  -- on\n 'b\\'' x", Syntax.POSTGRESQL)).isEqualTo("S<E'a'> C<-- on> S<'b\\''> W<x>");
        assertThat(shape("'a'\n'b\\' x", Syntax.POSTGRESQL)).isEqualTo("S<'a'> S<'b\\'> W<x>");
        assertThat(shape("E'a', 'b\\'", Syntax.POSTGRESQL)).isEqualTo("S<E'a'> P<,> S<'b\\'>");
        assertThat(shape("E'a' 'b\\'", Syntax.POSTGRESQL)).isEqualTo("S<E'a'> S<'b\\'>");
    }

    @Test
    void a_line_comment_ends_where_the_dialect_ends_lines() {
        assertThat(shape("--a\r\nb --c\rd", Syntax.POSTGRESQL)).isEqualTo("C<--a> W<b> C<--c> W<d>");
        assertThat(shape("--a\r\nb --c\rd", Syntax.SQLITE)).isEqualTo("C<--a> W<b> C<--c\rd>");
    }

    @Test
    void a_byte_order_mark_is_white_space_at_the_start_only() {
        List<Token> tokens = Lexer.tokens("\uFEFF\nSELECT", Syntax.POSTGRESQL);
        assertThat(tokens).extracting(Token::kind).containsExactly(Kind.WHITESPACE, Kind.WORD);
        assertThat(Lexer.tokens(" \uFEFF", Syntax.POSTGRESQL))
                .extracting(Token::kind)
                .containsExactly(Kind.WHITESPACE, Kind.WORD);
    }

    @Test
    void a_token_knows_its_place_in_lines_and_code_points() {
        List<Token> code = Lexer.code("a\r\n\t'x\ny' b\r😀 c", Syntax.POSTGRESQL);
        assertThat(code)
                .extracting(token -> token.line() + ":" + token.column())
                .containsExactly("1:1", "2:2", "3:4", "4:1", "4:3");
    }

    @Test
    void a_delimiter_may_be_made_of_characters_that_words_and_operators_have() {
        assertThat(scriptShape("DELIMITER $$\nSELECT END$$\ndelimiter //\na+//b;//\nDELIMITER ;\nc;"))
                .isEqualTo("\\<DELIMITER $$> W<SELECT> W<END> T<$$> \\<delimiter //> W<a> O<+> T<//> W<b> P<;> T<//>"
                        + " \\<DELIMITER ;> W<c> T<;>");
    }

    @Test
    void outside_of_scripts_delimiter_is_a_word() {
        assertThat(shape("delimiter > 1", Syntax.MYSQL)).isEqualTo("W<delimiter> O<>> #<1>");
        assertThat(scriptShape("SELECT delimiter FROM t")).isEqualTo("W<SELECT> W<delimiter> W<FROM> W<t>");
    }

    @Test
    void a_quoted_name_says_what_is_in_its_quotes() {
        assertThat(nameOf("\"a\"\"b\"", Syntax.POSTGRESQL)).isEqualTo("a\"b");
        assertThat(nameOf("U&\"d\\0061t\\+000061\\\\ \"", Syntax.POSTGRESQL)).isEqualTo("data\\ ");
        assertThat(nameOf("[a b]", Syntax.SQLITE)).isEqualTo("a b");
        assertThat(nameOf("`a``b`", Syntax.MYSQL)).isEqualTo("a`b");
        assertThat(nameOf("Straße", Syntax.POSTGRESQL)).isEqualTo("straße");
        assertThat(nameOf("Name", Syntax.SQLITE)).isEqualTo("Name");
    }

    private static String nameOf(String text, Syntax syntax) {
        return Lexer.tokens(text, syntax).getFirst().nameIn(syntax);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '§', quoteCharacter = '~', textBlock = """
            SELECT 'a               § DCT-351 § 8
            E'a\\'                   § DCT-351 § 1
            a "b""                  § DCT-352 § 3
            a /* b /* c */          § DCT-353 § 3
            x $a$ $A$               § DCT-354 § 3
            """)
    void what_never_ends_is_an_error_at_its_beginning(String text, String code, int column) {
        assertThatThrownBy(() -> Lexer.tokens("\n" + text, Syntax.POSTGRESQL))
                .isInstanceOfSatisfying(SqlSyntaxException.class, error -> {
                    assertThat(error.code()).isEqualTo(code);
                    assertThat(error.line()).isEqualTo(2);
                    assertThat(error.column()).isEqualTo(column);
                    assertThat(error.next()).isPresent();
                    assertThat(error.in("up.sql")).hasMessageContaining("up.sql:2:" + column + ": ");
                });
    }

    @Test
    void the_message_says_what_where_and_what_next() {
        assertThatThrownBy(() -> Lexer.tokens("SELECT 'a", Syntax.SQLITE))
                .hasMessage("DCT-351 line 1, column 8: the string that begins here never ends;"
                        + " add the closing quote, and double every quote inside");
        assertThatThrownBy(() -> scriptShape("DELIMITER \n")).hasMessageContaining("DELIMITER //");
    }
}
