package dev.decant.journal;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Java source without what makes no difference to it: comments, white space, line ends (Java Language Specification, chapter 3). */
final class JavaTokens {
    private static final String KEPT = "kept";
    private static final Pattern TOKEN = Pattern.compile("(?s)\\s++|//[^\\n\\r]*+|/\\*.*?\\*/"
            + "|(?<kept>\"\"\"(?:[^\"\\\\]++|\\\\.|\"(?!\"\"))*+\"\"\"|\"(?:[^\"\\\\\\n]++|\\\\.)*+\""
            + "|'(?:[^'\\\\\\n]++|\\\\.)*+'|[\\p{L}\\p{N}_$]++|.)");

    private JavaTokens() {}

    /** The tokens of a source with one space between them. */
    static String of(String source) {
        return TOKEN.matcher(source.replace("\r\n", "\n"))
                .results()
                .filter(match -> match.start(KEPT) >= 0)
                .map(match -> match.group())
                .collect(Collectors.joining(" "));
    }
}
