package dev.decant.journal;

import dev.decant.sql.ScriptPart;
import dev.decant.sql.ScriptStatement;
import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Some statements of a large file, each read when somebody wants it; from the first to the last the file is read once. */
final class StoredStatements extends AbstractList<ScriptStatement> {
    private final Reading reading;
    private final int first;
    private final int count;

    private StoredStatements(Reading reading, int first, int count) {
        this.reading = reading;
        this.first = first;
        this.count = count;
    }

    @Override
    public ScriptStatement get(int index) {
        return reading.get(first + Objects.checkIndex(index, count));
    }

    @Override
    public int size() {
        return count;
    }

    /** Where in a file somebody reads at the moment, which all its steps share. */
    static final class Reading implements StepReader.Statements {
        private final Supplier<Iterator<ScriptPart>> file;
        private Iterator<ScriptPart> parts = List.<ScriptPart>of().iterator();
        private @Nullable ScriptStatement current;
        private int number = Integer.MAX_VALUE;

        Reading(Supplier<Iterator<ScriptPart>> file) {
            this.file = file;
        }

        /** It is read again where it lies. */
        @Override
        public void add(ScriptStatement statement) {
            // The number of statements is all that is held.
        }

        @Override
        public List<ScriptStatement> slice(int first, int count) {
            return new StoredStatements(this, first, count);
        }

        private synchronized ScriptStatement get(int wanted) {
            if (wanted < number) {
                parts = file.get();
                number = -1;
            }
            while (number < wanted && parts.hasNext()) {
                if (parts.next() instanceof ScriptPart.Next(ScriptStatement statement)) {
                    current = statement;
                    number++;
                }
            }
            if (current == null || number != wanted) {
                throw new IllegalStateException("there is no statement " + wanted);
            }
            return current;
        }
    }
}
