package dev.decant.dsl;

import java.util.Locale;

/** How names of Java become names of a database. */
public final class Naming {
    private Naming() {}

    /**
     * The name in snake_case: {@code createdAt} is {@code created_at}, {@code userID} is {@code user_id}, {@code HTTPServer2Go} is {@code
     * http_server2_go}.
     *
     * <p>A word begins at a capital after a small letter or a digit, and at the last capital of several before a small letter. A single
     * underscore at the end is left away, so that {@code default_} names what Java keeps for itself.
     */
    public static String snakeCase(String javaName) {
        String name = javaName.length() > 1 && javaName.endsWith("_")
                ? javaName.substring(0, javaName.length() - 1)
                : javaName;
        StringBuilder words = new StringBuilder();
        for (int at = 0; at < name.length(); at++) {
            if (beginsWord(name, at)) {
                words.append('_');
            }
            words.append(name.charAt(at));
        }
        return words.toString().toLowerCase(Locale.ROOT);
    }

    private static boolean beginsWord(String name, int at) {
        if (at == 0 || !Character.isUpperCase(name.charAt(at)) || name.charAt(at - 1) == '_') {
            return false;
        }
        boolean afterCapital = Character.isUpperCase(name.charAt(at - 1));
        boolean beforeSmall = at + 1 < name.length() && Character.isLowerCase(name.charAt(at + 1));
        return !afterCapital || beforeSmall;
    }
}
