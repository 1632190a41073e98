package dev.decant.database.browsing;

import java.util.List;

/**
 * A column of something with rows.
 *
 * @param name the name
 * @param type the type as the database writes it
 * @param base what kind of value it is: the short name of the type behind domains, or {@code enum}, {@code array}, {@code range} or
 *     {@code composite}
 * @param plainType the type behind domains without length and precision, which text is cast to: a cast to the type itself would cut and round
 * @param notNull whether every row has a value
 * @param defaultValue the expression of the default, empty when there is none
 * @param generated whether the database computes it
 * @param identity {@code always} or {@code by default} when it is numbered, else empty
 * @param comment the comment, empty when there is none
 * @param labels the values of an enum, in order
 */
public record RelationColumn(
        String name,
        String type,
        String base,
        String plainType,
        boolean notNull,
        String defaultValue,
        boolean generated,
        String identity,
        String comment,
        List<String> labels) {
    /** Copies the labels. */
    public RelationColumn {
        labels = List.copyOf(labels);
    }
}
