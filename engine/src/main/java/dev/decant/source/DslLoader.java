package dev.decant.source;

/** The loader above the user's classes: it shows them Java and the DSL, and nothing else of Decant or of what runs it. */
final class DslLoader extends ClassLoader {
    private static final ClassLoader OWN = DslLoader.class.getClassLoader();

    DslLoader() {
        super("decant-dsl", ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (name.startsWith("dev.decant.dsl.")
                || name.startsWith("dev.decant.model.")
                || name.startsWith("org.jspecify.annotations.")) {
            return Class.forName(name, false, OWN);
        }
        throw new ClassNotFoundException(name);
    }
}
