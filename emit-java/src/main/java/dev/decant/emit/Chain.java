package dev.decant.emit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Calls one after the other, each on what the one before returns: {@code integer().notNull()}. */
final class Chain {
    private final List<Link> links = new ArrayList<>();

    /**
     * What a chain begins with, or a call of it.
     *
     * @param head all before the arguments
     * @param arguments what stands in parentheses behind it, if anything
     * @param tail all behind the arguments
     */
    record Link(String head, List<String> arguments, String tail) {
        @Override
        public String toString() {
            return head + String.join(", ", arguments) + tail;
        }
    }

    /** A chain that begins with this. */
    static Chain of(String first) {
        Chain chain = new Chain();
        chain.links.add(new Link(first, List.of(), ""));
        return chain;
    }

    /** A chain that begins with a call of a method with these arguments, of which those that are empty are left away. */
    static Chain ofCall(String method, String... arguments) {
        return new Chain().call(method, arguments);
    }

    /** Calls a method with these arguments, of which those that are empty are left away. */
    Chain call(String method, String... arguments) {
        List<String> given =
                Stream.of(arguments).filter(argument -> !argument.isEmpty()).toList();
        links.add(new Link(method + "(", given, ")"));
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

    /** What it begins with, and the calls in order. */
    List<Link> links() {
        return links;
    }

    @Override
    public String toString() {
        return links.stream().map(Link::toString).collect(Collectors.joining("."));
    }
}
