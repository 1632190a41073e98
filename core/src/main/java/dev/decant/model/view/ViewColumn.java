package dev.decant.model.view;

import dev.decant.model.DataType;
import dev.decant.model.Expression;
import dev.decant.model.Options;
import dev.decant.model.Reference;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A column of a view.
 *
 * @param name its name
 * @param type its type, which the query decides; empty as long as no database has told it
 * @param fill what an insert into the view gives when it names no value
 * @param options what else the dialect knows of it, by its own keys
 * @param comment what users are told about it; may be empty
 */
public record ViewColumn(
        String name, Optional<DataType> type, Optional<Expression> fill, Map<String, String> options, String comment) {
    /** Copies the options; refuses an empty name. */
    public ViewColumn {
        options = Options.copyOf(options);
        if (name.isEmpty()) {
            throw new IllegalArgumentException("the name of a column cannot be empty");
        }
    }

    /** A column of which nothing is known but its name. */
    public static ViewColumn of(String name) {
        return new ViewColumn(name, Optional.empty(), Optional.empty(), Map.of(), "");
    }

    /** The same, of that type. */
    public ViewColumn withType(Optional<DataType> other) {
        return new ViewColumn(name, other, fill, options, comment);
    }

    /** The same, filled in another way. */
    public ViewColumn withFill(Optional<Expression> other) {
        return new ViewColumn(name, type, other, options, comment);
    }

    /** The same with another comment. */
    public ViewColumn withComment(String other) {
        return new ViewColumn(name, type, fill, options, other);
    }

    /** Whether what may stand in the place of this is one and the same column: the name is, and the type as far as both are known. */
    public boolean isLike(ViewColumn other) {
        return name.equals(other.name) && (type.isEmpty() || other.type.isEmpty() || type.equals(other.type));
    }

    static List<ViewColumn> following(List<ViewColumn> columns, Reference before, Reference after) {
        return columns.stream()
                .map(column -> column.withType(column.type().map(type -> type.following(before, after))))
                .toList();
    }

    static void requireDistinct(Collection<ViewColumn> columns, Object view) {
        Set<String> seen = new HashSet<>();
        for (ViewColumn column : columns) {
            if (!seen.add(column.name())) {
                throw new IllegalArgumentException("two columns of the view " + view + " are named " + column.name());
            }
        }
    }
}
