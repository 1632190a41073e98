package dev.decant.config;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Text with variables in it: {@code ${NAME}}, {@code ${NAME:-default}}, and a doubled dollar sign before the brace for the characters
 * themselves.
 *
 * <p>A default counts when the variable is missing or empty, as in a shell, and may hold further variables.
 */
record Template(List<Part> parts) {
    /** A stretch of a template. */
    sealed interface Part {
        /** Text that stands for itself. */
        record Literal(String text) implements Part {}

        /** A variable, and what to take when it has no value. */
        record Variable(String name, Optional<Template> otherwise) implements Part {}
    }

    Template {
        parts = List.copyOf(parts);
    }

    /** A template without variables. */
    static Template literal(String text) {
        return new Template(List.of(new Part.Literal(text)));
    }

    /**
     * The template that this text is.
     *
     * @throws dev.decant.failure.DecantException DCT-107 for a variable that cannot be understood
     */
    static Template parse(String text) {
        return new TemplateReader(text).read();
    }

    /** Whether the text depends on no variable. */
    boolean isConstant() {
        return parts.stream().allMatch(Part.Literal.class::isInstance);
    }

    /** The first variable that is needed but has no value. */
    Optional<String> firstUnset(Function<String, Optional<String>> variables) {
        return parts.stream().flatMap(part -> unset(part, variables).stream()).findFirst();
    }

    /** The text with every variable replaced by its value; one that has none is left out. */
    String fill(Function<String, Optional<String>> variables) {
        return parts.stream().map(part -> fill(part, variables)).collect(Collectors.joining());
    }

    private static Optional<String> unset(Part part, Function<String, Optional<String>> variables) {
        return switch (part) {
            case Part.Literal literal -> Optional.empty();
            case Part.Variable(String name, Optional<Template> otherwise)
            when otherwise.isPresent() ->
                given(name, variables).isPresent()
                        ? Optional.empty()
                        : otherwise.get().firstUnset(variables);
            case Part.Variable(String name, Optional<Template> otherwise) ->
                variables.apply(name).isPresent() ? Optional.empty() : Optional.of(name);
        };
    }

    private static String fill(Part part, Function<String, Optional<String>> variables) {
        return switch (part) {
            case Part.Literal(String text) -> text;
            case Part.Variable(String name, Optional<Template> otherwise) ->
                given(name, variables)
                        .or(() -> otherwise.map(template -> template.fill(variables)))
                        .orElse("");
        };
    }

    private static Optional<String> given(String name, Function<String, Optional<String>> variables) {
        return variables.apply(name).filter(value -> !value.isEmpty());
    }

    @Override
    public String toString() {
        return isConstant() ? "a constant" : "a template";
    }
}
