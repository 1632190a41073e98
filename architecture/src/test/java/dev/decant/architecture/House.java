package dev.decant.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The classes of all modules, and which module each of them belongs to. */
final class House {
    /** A module's folder stands before {@code target}, be it read from its classes or from its jar. */
    private static final Pattern MODULE = Pattern.compile(".*/([^/]+)/target/.*");

    /** The classes that ship: no tests, no libraries. */
    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(House::isBuiltHere)
            .withImportOption(location -> !location.contains("/dev/decant/inside/"))
            .importPackages("dev.decant");

    /** The modules that are one dialect each. */
    static final Set<String> DIALECTS = Set.of("postgresql", "mysql", "sqlite");

    /** The modules that people or their tools start: only these print or exit. */
    static final Set<String> FRONT_ENDS =
            Set.of("cli", "studio", "maven-plugin", "spring-boot-starter", "jooq", "hibernate", "junit");

    private House() {}

    /** The classes of modules of these names. */
    static DescribedPredicate<JavaClass> in(String... modules) {
        return in(Set.of(modules));
    }

    /** The classes of modules of these names. */
    static DescribedPredicate<JavaClass> in(Set<String> modules) {
        return DescribedPredicate.describe(
                "in modules " + modules.stream().sorted().toList(), type -> modules.contains(module(type)));
    }

    /** The classes that lie in these packages or below them, each named below {@code dev.decant}. */
    static DescribedPredicate<JavaClass> inPackages(String... packages) {
        String[] patterns =
                Arrays.stream(packages).map(name -> "dev.decant." + name + "..").toArray(String[]::new);
        return JavaClass.Predicates.resideInAnyPackage(patterns);
    }

    private static String module(JavaClass type) {
        // An array comes from where its elements come from.
        return type.getBaseComponentType()
                .getSource()
                .map(source -> MODULE.matcher(source.getUri().toString()))
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .orElse("");
    }

    private static boolean isBuiltHere(Location location) {
        return location.matches(MODULE) && !location.contains("/test-classes/");
    }
}
