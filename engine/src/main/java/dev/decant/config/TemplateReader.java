package dev.decant.config;

import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the text of a {@link Template}, from left to right. */
final class TemplateReader {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final String text;
    private int at;

    TemplateReader(String text) {
        this.text = text;
    }

    Template read() {
        return read(false);
    }

    private Template read(boolean inDefault) {
        List<Template.Part> parts = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        while (at < text.length() && !(inDefault && text.charAt(at) == '}')) {
            if (text.startsWith("$${", at)) {
                literal.append("${");
                at += 3;
            } else if (text.startsWith("${", at)) {
                flush(literal, parts);
                parts.add(variable());
            } else {
                literal.append(text.charAt(at++));
            }
        }
        flush(literal, parts);
        return new Template(parts);
    }

    private Template.Part.Variable variable() {
        at += 2;
        Matcher name = NAME.matcher(text).region(at, text.length());
        if (!name.lookingAt()) {
            throw failure("${ is not followed by the name of a variable");
        }
        at = name.end();
        Optional<Template> otherwise = Optional.empty();
        if (text.startsWith(":-", at)) {
            at += 2;
            otherwise = Optional.of(read(true));
        }
        if (at >= text.length()) {
            throw failure("a ${ is not closed by }");
        }
        if (text.charAt(at) != '}') {
            throw failure("in a ${ the name of the variable is followed by something that is not understood");
        }
        at++;
        return new Template.Part.Variable(name.group(), otherwise);
    }

    private static void flush(StringBuilder literal, List<Template.Part> parts) {
        if (!literal.isEmpty()) {
            parts.add(new Template.Part.Literal(literal.toString()));
            literal.setLength(0);
        }
    }

    private static DecantException failure(String what) {
        return Failure.of("DCT-107", what)
                .next("write ${NAME}, ${NAME:-default}, or $${ for the characters themselves")
                .exception();
    }
}
