package org.okno.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules and states are plain Java: they are understood, and tested, without a container. */
class CoresTest {
  private static final String REASON =
      "the core is plain Java; a thin bean beside it joins it to the rest";
  private static final String[] FRAMEWORKS = {
    "jakarta..",
    "io.quarkus..",
    "io.smallrye..",
    "io.agroal..",
    "io.micrometer..",
    // Not OpenAPI's annotations: they describe the parts of a record, and do nothing.
    "org.eclipse.microprofile.config..",
    "org.eclipse.microprofile.faulttolerance..",
    "org.eclipse.microprofile.health..",
    "org.eclipse.microprofile.reactive..",
    "org.hibernate..",
    "org.jboss..",
    "org.apache.kafka..",
    "java.sql..",
    "javax.sql.."
  };

  @Test
  void shouldReadAQuestionnaireAndMapAMessageWithoutAFramework() {
    noClasses()
        .that()
        .resideInAnyPackage("org.okno.intake.questionnaire", "org.okno.intake.mapping")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(FRAMEWORKS)
        .because(REASON)
        .check(Codebase.CLASSES);
  }

  @Test
  void shouldRouteWithoutAFramework() {
    noClasses()
        .that()
        .resideInAPackage("org.okno.routing.policy")
        .should()
        .transitivelyDependOnClassesThat()
        .resideInAnyPackage(FRAMEWORKS)
        .because(REASON)
        .check(Codebase.CLASSES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org.okno.cases.deadlines.WorkingTime",
        "org.okno.cases.deadlines.DeadlinePlan",
        "org.okno.cases.deadlines.DeadlineRow",
        "org.okno.intake.territory.TerritoryFinder",
        "org.okno.intake.suggestion.NeedModel",
        "org.okno.intake.suggestion.Figures",
        "org.okno.cases.needs.NeedState",
        "org.okno.cases.needs.Step",
        "org.okno.cases.needs.StepResult",
        "org.okno.cases.referrals.ReferralState",
        "org.okno.cases.referrals.ReferralStep",
        "org.okno.analytics.facts.CountEvent",
        "org.okno.analytics.facts.Fact",
        "org.okno.analytics.facts.Series",
        "org.okno.analytics.summary.Row",
        "org.okno.analytics.summary.RowKey",
        "org.okno.analytics.summary.DurationHistogram",
      })
  void shouldKeepRulesAndStatesFreeOfFrameworks(String core) {
    noClasses()
        .that(areOf(core))
        .should()
        .transitivelyDependOnClassesThat()
        .resideInAnyPackage(FRAMEWORKS)
        .because(REASON)
        .check(Codebase.CLASSES);
  }

  /** A type with what is nested in it: the states of a sealed interface. */
  private static DescribedPredicate<JavaClass> areOf(String name) {
    return DescribedPredicate.describe(
        "are of " + name,
        type -> type.getName().equals(name) || type.getName().startsWith(name + "$"));
  }
}
