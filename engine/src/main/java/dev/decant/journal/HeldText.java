package dev.decant.journal;

import dev.decant.dialect.Dialect;
import dev.decant.sql.Syntax;
import java.lang.ref.SoftReference;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A text in memory. What is worked out of it is kept: its checksum always, its steps as long as there is room for them. */
public final class HeldText implements SqlText {
    private final String whole;
    private volatile @Nullable Steps steps;
    private volatile @Nullable Sum checksum;

    HeldText(String whole) {
        this.whole = whole;
    }

    private record Steps(String dialect, SoftReference<List<SqlStep>> kept) {}

    private record Sum(Syntax syntax, String checksum) {}

    @Override
    public List<SqlStep> steps(Dialect dialect, Supplier<List<SqlStep>> work) {
        Steps known = steps;
        List<SqlStep> kept = known != null && known.dialect().equals(dialect.id())
                ? known.kept().get()
                : null;
        if (kept != null) {
            return kept;
        }
        List<SqlStep> found = work.get();
        steps = new Steps(dialect.id(), new SoftReference<>(found));
        return found;
    }

    @Override
    public String checksum(Syntax syntax, Supplier<String> work) {
        Sum known = checksum;
        if (known != null && known.syntax().equals(syntax)) {
            return known.checksum();
        }
        String found = work.get();
        checksum = new Sum(syntax, found);
        return found;
    }

    @Override
    public String whole() {
        return whole;
    }

    @Override
    public Iterator<String> pieces() {
        return List.of(whole).iterator();
    }

    @Override
    public long size() {
        return whole.length();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof HeldText text && whole.equals(text.whole);
    }

    @Override
    public int hashCode() {
        return whole.hashCode();
    }

    @Override
    public String toString() {
        return whole;
    }
}
