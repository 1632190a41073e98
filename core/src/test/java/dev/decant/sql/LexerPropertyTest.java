package dev.decant.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.decant.sql.Token.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LexerPropertyTest {
    private static final int CASES = 4000;
    private static final List<String> PIECES = List.of(
            "'",
            "\"",
            "`",
            "[",
            "]",
            "$",
            "$$",
            "$a$",
            "$1",
            "\\",
            "--",
            "/*",
            "*/",
            "#",
            ";",
            "\n",
            "\r\n",
            "\r",
            " ",
            "E'",
            "U&\"",
            "U&'",
            "x'",
            "B'",
            "N'",
            "a",
            "Z",
            "_",
            "é",
            "😀",
            "\uFEFF",
            "\0",
            "0x",
            "1",
            ".",
            "..",
            "e5",
            "::",
            ":=",
            ":",
            "@",
            "?",
            "+",
            "-",
            "*",
            "<",
            ">",
            "~",
            "(",
            ")",
            "BEGIN",
            "END",
            "DELIMITER",
            "DELIMITER //\n",
            "//",
            "/*!",
            "\t",
            "{",
            "^",
            "|",
            "&",
            "%",
            "=",
            "!");

    static List<Syntax> syntaxes() {
        return List.of(Syntax.POSTGRESQL, Syntax.SQLITE, Syntax.MYSQL);
    }

    @ParameterizedTest
    @MethodSource("syntaxes")
    void every_character_belongs_to_one_token(Syntax syntax) {
        for (int index = 0; index < CASES; index++) {
            long seed = 0x5EED_0000L + index;
            String text = randomText(new Random(seed));
            List<Token> tokens = new ArrayList<>();
            try {
                Lexer.ofScript(text, syntax).forEachRemaining(tokens::add);
            } catch (SqlSyntaxException endless) {
                assertThat(endless.line()).as("seed %d", seed).isPositive();
            }
            assertTokensCover(text, tokens, "seed " + seed + " " + syntax.name());
        }
    }

    /** However a long text is cut, as when it is read from a file piece by piece. */
    @ParameterizedTest
    @MethodSource("syntaxes")
    void a_text_in_pieces_has_the_tokens_of_the_whole(Syntax syntax) {
        for (int index = 0; index < CASES / 50; index++) {
            Random random = new Random(0xCAFE_0000L + index);
            StringBuilder text = new StringBuilder();
            while (text.length() < 30_000) {
                text.append(randomStatement(random, syntax)).append(";\n");
            }
            text.append("SELECT '")
                    .append("long ''text".repeat(random.nextInt(3000)))
                    .append("';\nSELECT $t$; $t$;");
            assertThat(told(pieces(text.toString(), random), syntax))
                    .as("seed %d", index)
                    .isEqualTo(told(List.of(text.toString()), syntax));
        }
    }

    private static List<Token> told(List<String> pieces, Syntax syntax) {
        List<Token> tokens = new ArrayList<>();
        try {
            Lexer.ofScript(pieces.iterator(), syntax).forEachRemaining(tokens::add);
        } catch (SqlSyntaxException endless) {
            assertThat(endless.line()).isPositive();
        }
        return tokens;
    }

    private static List<String> pieces(String text, Random random) {
        List<String> pieces = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int end = Math.min(text.length(), at + 1 + random.nextInt(6000));
            pieces.add(text.substring(at, end));
            at = end;
        }
        return pieces;
    }

    private static void assertTokensCover(String text, List<Token> tokens, String description) {
        String joined = tokens.stream().map(Token::text).collect(Collectors.joining());
        assertThat(text).as(description).startsWith(joined);
        int end = 0;
        for (Token token : tokens) {
            assertThat(token.start()).as(description).isEqualTo(end);
            assertThat(token.text()).as(description).isNotEmpty();
            assertThat(token.line()).as(description).isEqualTo(lineAt(text, end));
            end = token.end();
        }
    }

    private static int lineAt(String text, int offset) {
        String before = text.substring(0, offset);
        // a break that ends between its two characters is not complete before the second
        boolean cut = before.endsWith("\r") && text.startsWith("\n", offset);
        return before.split("\r\n|\r|\n", -1).length - (cut ? 1 : 0);
    }

    /** What the lexer takes for one token is one token too when it stands alone: the fingerprint relies on it. */
    @ParameterizedTest
    @MethodSource("syntaxes")
    void a_fingerprint_has_the_tokens_of_the_text_and_is_its_own_fingerprint(Syntax syntax) {
        for (int index = 0; index < CASES; index++) {
            long seed = 0xF00D_0000L + index;
            String text = randomStatement(new Random(seed), syntax);
            String fingerprint = Expressions.fingerprintText(text, syntax);
            assertThat(Expressions.fingerprintText(fingerprint, syntax))
                    .as("seed %d: %s", seed, text)
                    .isEqualTo(fingerprint);
            assertThat(meanings(fingerprint, syntax))
                    .as("seed %d: %s", seed, text)
                    .isEqualTo(meanings(text, syntax));
        }
    }

    private static List<String> meanings(String text, Syntax syntax) {
        return Lexer.code(text, syntax).stream()
                .map(token -> token.kind() == Kind.WORD ? Folding.lower(token.text()) : token.text())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("syntaxes")
    void a_quoted_name_and_a_literal_read_back_as_they_were(Syntax syntax) {
        for (int index = 0; index < CASES; index++) {
            long seed = 0xCAFE_0000L + index;
            String text = randomText(new Random(seed)).replace("\0", "");
            List<Token> name = Lexer.tokens(syntax.name(text), syntax);
            assertThat(name).as("seed %d: %s", seed, text).hasSize(1);
            assertThat(name.getFirst().nameIn(syntax)).as("seed %d", seed).isEqualTo(text);
            assertThat(Lexer.tokens(syntax.literal(text), syntax))
                    .as("seed %d: %s", seed, text)
                    .hasSize(1);
            assertThat(Lexer.tokens(syntax.body(text), syntax))
                    .as("seed %d: %s", seed, text)
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT a.b, 'it''s' FROM \"T\" WHERE x >= 1.5 -- why\n;",
                "/* ",
                "$a",
                "(",
                "'' ",
                "$1 ",
                "\\x\n",
                "-- x\n",
                "a$",
                "1.",
                "+-",
                "E'\\'' ",
                "`",
                "a\r",
                "::",
                "@",
                "\u00e9"
            })
    void a_megabyte_takes_a_moment(String piece) {
        String text = piece.repeat(1_000_000 / piece.length());
        for (Syntax syntax : syntaxes()) {
            Assertions.assertTimeoutPreemptively(Duration.ofMinutes(1), () -> count(text, syntax));
        }
    }

    private static int count(String text, Syntax syntax) {
        int tokens = 0;
        try {
            Lexer lexer = Lexer.ofScript(text, syntax);
            while (lexer.hasNext()) {
                lexer.next();
                tokens++;
            }
        } catch (SqlSyntaxException endless) {
            return tokens;
        }
        return tokens;
    }

    private static String randomText(Random random) {
        return random.ints(random.nextInt(30), 0, PIECES.size())
                .mapToObj(PIECES::get)
                .collect(Collectors.joining());
    }

    private static String randomStatement(Random random, Syntax syntax) {
        List<String> whole = List.of(
                "a",
                "SELECT",
                "\"Q\"",
                syntax.quoted("b c"),
                "'s''t'",
                "12",
                "1.5",
                "<=",
                "||",
                "(",
                ")",
                ",",
                ".",
                "::",
                "@@x",
                ";");
        List<String> gaps = List.of(" ", "\n", "\t /* c */ ", " -- c\n", "  ");
        return random.ints(random.nextInt(30), 0, whole.size())
                .mapToObj(whole::get)
                .map(piece -> piece + gaps.get(random.nextInt(gaps.size())))
                .collect(Collectors.joining());
    }
}
