package dev.decant.sql;

/** What a dialect does with the letter case of an unquoted name. */
public enum Folding {
    /** Unquoted names become lower case, and names are compared exactly: PostgreSQL. */
    LOWER {
        @Override
        public String fold(String name) {
            return lower(name);
        }

        @Override
        public boolean same(String one, String other) {
            return one.equals(other);
        }
    },
    /** Names keep the case they were written in, and are compared without regard to it: SQLite, MySQL. */
    PRESERVE {
        @Override
        public String fold(String name) {
            return name;
        }

        @Override
        public boolean same(String one, String other) {
            return lower(one).equals(lower(other));
        }
    };

    /** The name that an unquoted word stands for. */
    public abstract String fold(String name);

    /** Whether two names, quotes and folding already taken off, are one. */
    public abstract boolean same(String one, String other);

    /** ASCII letters in lower case, all others untouched: servers fold no others when the encoding is UTF-8. */
    static String lower(String text) {
        for (int index = 0; index < text.length(); index++) {
            if (isUpper(text.charAt(index))) {
                return lowerFrom(text, index);
            }
        }
        return text;
    }

    private static String lowerFrom(String text, int start) {
        char[] characters = text.toCharArray();
        for (int index = start; index < characters.length; index++) {
            if (isUpper(characters[index])) {
                characters[index] = (char) (characters[index] + 'a' - 'A');
            }
        }
        return new String(characters);
    }

    private static boolean isUpper(char character) {
        return character >= 'A' && character <= 'Z';
    }
}
