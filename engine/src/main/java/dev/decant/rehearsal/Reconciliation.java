package dev.decant.rehearsal;

import dev.decant.dialect.Dialect;
import dev.decant.model.Expression;
import dev.decant.model.Lineage;
import dev.decant.model.PartKind;
import dev.decant.model.Schema;
import dev.decant.model.SchemaBuilder;
import dev.decant.model.SchemaObject;
import dev.decant.model.Table;
import dev.decant.model.TablePart;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds what of a wanted schema a database has already, in whatever words.
 *
 * <p>A database does not only keep expressions in its own words: it finds others when it reads those again, as it does when a dump is
 * restored. So what somebody wrote, built in a scratch place, is held against what was found, or against what becomes of that in the same
 * place. What is the same stands in the outcome as it was found, all else as somebody wrote it: then it is written into the database in these
 * words too, and found the same the next time.
 *
 * @param dialect the dialect of all of them
 * @param built what the database makes of the wanted schema
 * @param found what is in the database
 * @param again what the database makes of that, when it was asked
 */
public record Reconciliation(Dialect dialect, Schema built, Schema found, Schema again) {
    /** The wanted schema, with what is in the database in the words that are found there. */
    public Schema of(Schema wanted) {
        SchemaBuilder reconciled = new SchemaBuilder();
        for (Table table : built.tables().values()) {
            Table written = wanted.tables().getOrDefault(table.name(), table);
            reconciled.add(table(written, table));
        }
        for (SchemaObject object : built.objects().values()) {
            SchemaObject written = wanted.object(object.key()).orElse(object);
            reconciled.add((SchemaObject) same(
                    written,
                    object,
                    found.object(object.key()).orElse(null),
                    again.object(object.key()).orElse(null)));
        }
        wanted.tables().values().stream()
                .filter(table -> !built.tables().containsKey(table.name()))
                .forEach(reconciled::add);
        wanted.objects().values().stream()
                .filter(object -> !built.objects().containsKey(object.key()))
                .forEach(reconciled::add);
        return reconciled.build();
    }

    private Table table(Table written, Table table) {
        Optional<Table> there = found.table(table.name());
        Optional<Table> thereAgain = again.table(table.name());
        if (there.isEmpty() || thereAgain.isEmpty()) {
            return written;
        }
        Table reconciled = written.withLineage((Lineage) same(
                written.lineage(),
                table.lineage(),
                there.get().lineage(),
                thereAgain.get().lineage()));
        for (PartKind kind : PartKind.values()) {
            for (TablePart part : written.parts(kind)) {
                TablePart same = (TablePart) same(
                        part,
                        table.part(kind, part.name()).orElse(null),
                        there.get().part(kind, part.name()).orElse(null),
                        thereAgain.get().part(kind, part.name()).orElse(null));
                reconciled = reconciled.replacing(part.name(), same);
            }
        }
        return reconciled;
    }

    private Object same(Object written, @Nullable Object made, @Nullable Object there, @Nullable Object thereAgain) {
        if (made == null || there == null || thereAgain == null) {
            return written;
        }
        if (made.equals(thereAgain)) {
            return there;
        }
        if (made instanceof Expression one && thereAgain instanceof Expression other && dialect.alike(one, other)) {
            return there;
        }
        if (written instanceof List<?> list && isAsLong(list, made, there, thereAgain)) {
            return sameElements(list, (List<?>) made, (List<?>) there, (List<?>) thereAgain);
        }
        if (written instanceof Optional<?> one && areThere(one, made, there, thereAgain)) {
            return Optional.of(same(
                    one.orElseThrow(),
                    ((Optional<?>) made).orElseThrow(),
                    ((Optional<?>) there).orElseThrow(),
                    ((Optional<?>) thereAgain).orElseThrow()));
        }
        if (written instanceof Record parts && areAlike(written, made, there, thereAgain)) {
            return sameParts(parts, made, there, thereAgain);
        }
        return written;
    }

    private static boolean isAsLong(List<?> written, Object... others) {
        return List.of(others).stream()
                .allMatch(other -> other instanceof List<?> list && list.size() == written.size());
    }

    private static boolean areThere(Optional<?> written, Object... others) {
        return written.isPresent()
                && List.of(others).stream().allMatch(other -> other instanceof Optional<?> one && one.isPresent());
    }

    private List<Object> sameElements(List<?> written, List<?> made, List<?> there, List<?> thereAgain) {
        List<Object> elements = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            elements.add(same(written.get(i), made.get(i), there.get(i), thereAgain.get(i)));
        }
        return elements;
    }

    private static boolean areAlike(Object written, Object... others) {
        return List.of(others).stream().allMatch(other -> other.getClass() == written.getClass());
    }

    private Object sameParts(Record written, Object made, Object there, Object thereAgain) {
        RecordComponent[] components = written.getClass().getRecordComponents();
        List<Class<?>> types = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        try {
            for (RecordComponent component : components) {
                var accessor = component.getAccessor();
                accessor.setAccessible(true);
                types.add(component.getType());
                values.add(same(
                        accessor.invoke(written),
                        accessor.invoke(made),
                        accessor.invoke(there),
                        accessor.invoke(thereAgain)));
            }
            var constructor = written.getClass().getDeclaredConstructor(types.toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(values.toArray());
        } catch (InvocationTargetException contradiction) {
            return written;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(written.getClass().getName() + " cannot be taken apart", e);
        }
    }
}
