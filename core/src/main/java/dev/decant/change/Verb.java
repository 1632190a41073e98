package dev.decant.change;

/** The four things that can happen. */
public enum Verb {
    /** Something is there that was not. */
    CREATE("create", '+'),
    /** Something is gone. */
    DROP("drop", '-'),
    /** Something is another way than before. */
    ALTER("alter", '~'),
    /** Something has another name. */
    RENAME("rename", '~');

    private final String word;
    private final char sign;

    Verb(String word, char sign) {
        this.word = word;
        this.sign = sign;
    }

    /** The verb as a word. */
    public String word() {
        return word;
    }

    /** The verb as a sign in front of a line: {@code +}, {@code -} or {@code ~}. */
    public char sign() {
        return sign;
    }
}
