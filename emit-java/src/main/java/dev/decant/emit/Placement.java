package dev.decant.emit;

import dev.decant.dsl.DeclaredAt;
import dev.decant.model.Column;
import dev.decant.model.Constraint;
import dev.decant.model.ObjectName;
import dev.decant.model.PartKind;
import dev.decant.model.Reference;
import dev.decant.model.Table;
import dev.decant.model.TablePart;
import java.util.List;
import java.util.Optional;

/** Where the class of a table that is there has, or will have, the columns and parts of the table. */
final class Placement {
    private final Table there;
    private final Table wanted;
    private final ExistingCode existing;
    private final Inlining inlining;
    private final String className;

    /**
     * Finds places.
     *
     * @param there the table as the class declares it
     * @param wanted the table as the class will declare it
     * @param inlining which of its constraints can stand with a column
     */
    Placement(Table there, Table wanted, ExistingCode existing, Inlining inlining) {
        this.there = there;
        this.wanted = wanted;
        this.existing = existing;
        this.inlining = inlining;
        this.className =
                existing.at(new Reference.ToTable(there.name())).orElseThrow().className();
    }

    /** Where the class declares a column. */
    Optional<DeclaredAt> of(String column) {
        return existing.at(new Reference.ToColumn(name(), column));
    }

    /** Where the class declares a constraint or index. */
    Optional<DeclaredAt> of(TablePart part) {
        PartKind kind = part.partKind();
        return there.part(kind, part.name()).isPresent()
                ? existing.at(new Reference.ToPart(name(), kind, part.name()))
                : Optional.empty();
    }

    private ObjectName name() {
        return there.name();
    }

    /** Whether that is in the class itself or one inside of it, and not in one that other tables may have too. */
    boolean isOwn(DeclaredAt place) {
        return place.className().equals(className) || place.className().startsWith(className + "$");
    }

    /** The constraints that the class says with a column. */
    List<Constraint> inlineThere(String column) {
        return there.constraints().stream()
                .filter(constraint -> isInlineWith(constraint, column))
                .toList();
    }

    private boolean isInlineWith(Constraint constraint, String column) {
        Optional<DeclaredAt> at = of(column);
        return of(constraint)
                .filter(place -> place.inline()
                        && at.isPresent()
                        && place.path().equals(at.get().path()))
                .isPresent();
    }

    /** The constraints that the class will say with a column. */
    List<Constraint> inlineWanted(Column column) {
        return wanted.constraints().stream()
                .filter(constraint -> columnOf(constraint).equals(Optional.of(column.name())))
                .toList();
    }

    /** The column with which the class will say a constraint: the one that it does, or one that is new or free to say it. */
    Optional<String> columnOf(Constraint constraint) {
        return inlining.columnOf(constraint).filter(column -> {
            Optional<DeclaredAt> place = of(constraint);
            boolean free = of(column).isEmpty() || isOwn(of(column).get());
            return free && (place.isEmpty() || isInlineWith(constraint, column));
        });
    }
}
