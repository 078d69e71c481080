package org.okno.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** How code is written, in every module. */
class CodeTest {

  @Test
  void shouldMarkEveryPackageForNullChecks() {
    assertThat(
            Codebase.CLASSES
                .getDefaultPackage()
                .getPackage("org.okno")
                .getSubpackagesInTree()
                .stream()
                .filter(part -> !part.getClasses().isEmpty())
                .filter(part -> !part.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName))
        .as("packages without a package-info.java that says @NullMarked")
        .isEmpty();
  }

  @Test
  void shouldInjectByConstructorsOnly() {
    noFields()
        .should()
        .beAnnotatedWith("jakarta.inject.Inject")
        .orShould()
        .beAnnotatedWith("org.eclipse.microprofile.config.inject.ConfigProperty")
        .because("what a class needs stands in its constructor, and a test can give it")
        .check(Codebase.CLASSES);
  }

  @Test
  void shouldLogByTheLoggerOfTheServices() {
    noClasses()
        .that()
        .resideInAnyPackage(Parts.and(Parts.SERVICES, Parts.LIBRARIES))
        .and(are(not(commands())))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.util.logging..")
        .orShould(ACCESS_STANDARD_STREAMS)
        .because("logs are JSON with fixed keys: org.jboss.logging.Logger")
        .check(Codebase.CLASSES);
  }

  /** What people start themselves, and watch. */
  private static DescribedPredicate<JavaClass> commands() {
    return simpleName("Main").as("commands");
  }
}
