package dev.decant.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static dev.decant.architecture.House.CLASSES;
import static dev.decant.architecture.House.DIALECTS;
import static dev.decant.architecture.House.FRONT_ENDS;
import static dev.decant.architecture.House.in;
import static dev.decant.architecture.House.inPackages;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may know whom: front-ends, then the engine, then the core; dialects stand at the side. */
final class ArrowsTest {
    @Test
    void the_rules_see_the_classes_of_core() {
        assertThat(CLASSES.that(in("core"))).isNotEmpty();
    }

    @Test
    void core_knows_no_other_module() {
        forbid(in("core"), notOf("core"), "core is pure: values and functions that everything else stands on");
    }

    @Test
    void core_sees_no_database_and_no_file() {
        forbid(
                in("core"),
                resideInAnyPackage("java.sql..", "javax.sql..", "java.nio.file..")
                        .or(files()),
                "reading and acting is the engine's half");
    }

    @Test
    void the_engine_knows_only_core_and_the_java_emitter() {
        forbid(
                in("engine"),
                notOf("core", "emit-java", "engine"),
                "front-ends and dialects come to the engine, not the reverse");
    }

    @Test
    void the_java_emitter_knows_only_core() {
        forbid(in("emit-java"), notOf("core", "emit-java"), "a schema is written back from core's values alone");
    }

    @ParameterizedTest
    @CsvSource({"postgresql", "mysql", "sqlite"})
    void a_dialect_knows_only_the_engine_and_core(String dialect) {
        forbid(in(dialect), notOf("core", "engine", dialect), "a dialect is one module that nothing else leans on");
    }

    @Test
    void nobody_imports_a_dialect() {
        // An example's schema extends the base class of its dialect, which is what that module is for.
        forbid(
                not(in(DIALECTS)).and(not(in("testkit", "bench", "open-data-repository", "jooq", "hibernate"))),
                in(DIALECTS),
                "dialects are found by ServiceLoader");
    }

    @Test
    void only_front_ends_import_a_front_end() {
        forbid(
                not(in(FRONT_ENDS)).and(not(in("testkit", "bench", "open-data-repository"))),
                in(FRONT_ENDS),
                "a front-end is where a call begins");
    }

    /** Reads as: package, and the packages of core that it may not know. */
    @ParameterizedTest
    @CsvSource({
        "model, dsl sql change diff dialect plan lint codec",
        "sql, dsl change diff dialect plan lint codec",
        "change, dsl diff dialect plan lint codec",
        // The differ asks the dialect which type changes need an expression, and nothing else of it.
        "diff, dsl sql plan lint codec",
        "dsl, change diff dialect plan lint codec",
        "dialect, dsl diff plan lint codec",
        "plan, dsl diff lint codec",
        "lint, dsl diff codec",
        "codec, dsl diff dialect plan lint",
        "failure, model dsl sql change diff dialect plan lint codec",
    })
    void inside_core_the_arrows_point_one_way(String from, String forbidden) {
        forbid(
                in("core").and(inPackages(from)),
                in("core").and(inPackages(forbidden.split(" ", -1))),
                "inside core: model <- change, sql <- dialect <- plan <- lint, and model, change <- diff");
    }

    @Test
    void no_two_packages_know_each_other() {
        slices().matching("dev.decant.(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void no_two_packages_of_a_dialect_know_each_other() {
        slices().matching("dev.decant.postgresql.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    private static void forbid(
            DescribedPredicate<? super JavaClass> from, DescribedPredicate<? super JavaClass> target, String reason) {
        noClasses()
                .that(from)
                .should()
                .dependOnClassesThat(target)
                .because(reason)
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    private static DescribedPredicate<JavaClass> notOf(String... modules) {
        return resideInAnyPackage("dev.decant..").and(not(in(modules)));
    }

    private static DescribedPredicate<JavaClass> files() {
        return DescribedPredicate.describe(
                "files of java.io",
                type -> type.getPackageName().equals("java.io")
                        && type.getSimpleName().contains("File"));
    }
}
