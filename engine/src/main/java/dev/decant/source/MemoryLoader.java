package dev.decant.source;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Loads classes that are in memory. */
final class MemoryLoader extends ClassLoader {
    private final Map<String, byte[]> classes;

    /**
     * A loader of these classes.
     *
     * @param classes the bytes by binary name
     */
    MemoryLoader(Map<String, byte[]> classes, ClassLoader parent) {
        super("decant-schema", parent);
        this.classes = classes;
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
        byte @Nullable [] bytes = classes.get(name.replaceFirst("\\.class$", "").replace('/', '.'));
        return bytes == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(bytes);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte @Nullable [] bytes = classes.get(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }
}
