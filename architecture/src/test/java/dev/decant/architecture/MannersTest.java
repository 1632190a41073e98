package dev.decant.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static dev.decant.architecture.House.CLASSES;
import static dev.decant.architecture.House.FRONT_ENDS;
import static dev.decant.architecture.House.in;
import static dev.decant.architecture.House.inPackages;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no class may do, wherever it stands. */
final class MannersTest {
    @Test
    void only_front_ends_print_or_exit() {
        noClasses()
                .that(not(in(FRONT_ENDS)).and(not(in("bench"))))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "halt", int.class)
                .because("everything else returns, throws, or reports through types")
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void core_asks_nothing_of_the_machine() {
        noClasses()
                .that(in("core"))
                .should()
                .callMethod(System.class, "getenv")
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .orShould()
                .callMethod(System.class, "getProperty", String.class)
                .because("the same schema gives the same plan on every machine")
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void every_package_is_null_marked() {
        assertThat(CLASSES.stream()
                        .map(JavaClass::getPackage)
                        .distinct()
                        .filter(house -> !house.isAnnotatedWith(NullMarked.class))
                        .map(JavaPackage::getName))
                .as("packages without a package-info.java that says @NullMarked")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Manager", "Helper", "Helpers", "Util", "Utils", "Impl", "Base"})
    void no_name_ends_in_a_word_that_says_nothing(String ending) {
        noClasses()
                .should()
                .haveSimpleNameEndingWith(ending)
                .because("a name says what the thing is")
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void what_the_model_says_cannot_change() {
        classes()
                .that(in("core").and(inPackages("model")).and(canBeAValue()))
                .should()
                .haveOnlyFinalFields()
                .because("a value is a record, equal when its text is equal")
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    private static DescribedPredicate<JavaClass> canBeAValue() {
        return DescribedPredicate.describe(
                "not builders", type -> !type.getSimpleName().endsWith("Builder"));
    }
}
