package dev.decant.journal;

import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import dev.decant.sql.ScriptStatement;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with values in the place of its placeholders. {@code $${name}} stands for {@code ${name}} itself; what looks otherwise is left as it
 * is.
 *
 * @param raw the text as it was written
 * @param filled the text with values
 */
public record Filling(String raw, String filled) {
    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\$?\\$\\{(?<name>[A-Za-z_][A-Za-z0-9_]*(?:[.-][A-Za-z0-9_]+)*)\\}");

    /**
     * A statement of a file as the server is to see it.
     *
     * @param fills whether the file asks for values
     * @throws DecantException DCT-225 when one is not known
     */
    static Filling of(SqlFile file, ScriptStatement statement, boolean fills, Placeholders values) {
        String raw = statement.text();
        return fills
                ? new Filling(raw, fill(raw, values, (name, start) -> unknown(file, statement, name, start)))
                : new Filling(raw, raw);
    }

    private static DecantException unknown(SqlFile file, ScriptStatement statement, String name, int start) {
        int line = statement.lineAt(statement.text().codePointCount(0, start) + 1);
        return Failure.of("DCT-225", "the placeholder ${" + name + "} has no value")
                .at(file.path() + ":" + line)
                .next("give one: --placeholder " + name + "=..., or under [placeholders] in decant.toml")
                .exception();
    }

    /** Fills a text; the complaint is made of the name and where it stands. */
    static String fill(String raw, Placeholders values, BiFunction<String, Integer, DecantException> complaint) {
        Matcher matcher = PLACEHOLDER.matcher(raw);
        StringBuilder filled = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(filled, Matcher.quoteReplacement(value(matcher, values, complaint)));
        }
        return matcher.appendTail(filled).toString();
    }

    private static String value(
            Matcher matcher, Placeholders values, BiFunction<String, Integer, DecantException> complaint) {
        String name = matcher.group("name");
        return matcher.group().startsWith("$$")
                ? "${" + name + "}"
                : values.value(name).orElseThrow(() -> complaint.apply(name, matcher.start()));
    }

    /**
     * The place in the text as it was written of a place in the text with values, as far as that can be told without the values.
     *
     * @param position in code points from 1
     */
    public int rawPosition(int position) {
        if (raw.equals(filled)) {
            return position;
        }
        int common = 0;
        while (common < Math.min(raw.length(), filled.length()) && raw.charAt(common) == filled.charAt(common)) {
            common++;
        }
        int same = filled.codePointCount(0, common);
        if (position <= same) {
            return position;
        }
        int behind = filled.codePointCount(0, filled.length()) - position;
        return Math.max(same + 1, raw.codePointCount(0, raw.length()) - behind);
    }
}
