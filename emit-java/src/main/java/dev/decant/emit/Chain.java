package dev.decant.emit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Calls one after the other, each on what the one before returns: {@code integer().notNull()}. */
final class Chain {
    private final List<String> calls = new ArrayList<>();

    /** A chain that begins with this call. */
    static Chain of(String first) {
        Chain chain = new Chain();
        chain.calls.add(first);
        return chain;
    }

    /** Calls a method with these arguments, of which those that are empty are left away. */
    Chain call(String method, String... arguments) {
        calls.add(Stream.of(arguments)
                .filter(argument -> !argument.isEmpty())
                .collect(Collectors.joining(", ", method + "(", ")")));
        return this;
    }

    /** Calls it if so. */
    Chain callIf(boolean condition, String method) {
        return condition ? call(method) : this;
    }

    /** Tells of a comment, if there is one. */
    Chain comment(String comment) {
        return comment.isEmpty() ? this : call("comment", JavaText.of(comment));
    }

    /** The calls in order. */
    List<String> calls() {
        return calls;
    }

    @Override
    public String toString() {
        return String.join(".", calls);
    }
}
