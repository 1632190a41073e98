package org.omi.odr.db;

import dev.decant.diff.ConversionAnswer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One migration of the story: what the classes said then, and what was typed.
 *
 * @param moment when it was generated
 * @param title its title
 * @param edits how each class that was different then comes about from what it is today
 * @param url what was said about the values of {@code contents.url}
 * @param notes what programs had to be told
 */
record Chapter(
        String moment,
        String title,
        Map<String, UnaryOperator<String>> edits,
        Optional<ConversionAnswer> url,
        List<String> notes) {}
