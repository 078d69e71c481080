package org.okno.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.time.Clock;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Time is told by a {@link Clock} that is given: events are about when a thing happened. */
class TimeTest {
  private static final Set<String> ASKING =
      Set.of(
          "java.time.Instant.now()",
          "java.time.LocalDate.now()",
          "java.time.LocalDateTime.now()",
          "java.time.OffsetDateTime.now()",
          "java.time.ZonedDateTime.now()",
          "java.time.Clock.systemUTC()",
          "java.time.Clock.systemDefaultZone()",
          "java.lang.System.currentTimeMillis()",
          "java.util.Date.<init>()");

  @Test
  void shouldAskTheSystemForTheTimeOnlyWhereTheClockIsMade() {
    noClasses()
        .that()
        .resideInAnyPackage(Parts.SERVICES)
        .and(DescribedPredicate.not(makeTheClock()))
        .should()
        .accessTargetWhere(asksTheSystem())
        .because("a Clock is injected: a test sets the time, and nothing depends on the machine's")
        .check(Codebase.CLASSES);
  }

  private static DescribedPredicate<JavaClass> makeTheClock() {
    return DescribedPredicate.describe(
        "produce the Clock",
        type ->
            type.getMethods().stream()
                .anyMatch(
                    method ->
                        method.isAnnotatedWith("jakarta.enterprise.inject.Produces")
                            && method.getRawReturnType().isEquivalentTo(Clock.class)));
  }

  private static DescribedPredicate<JavaAccess<?>> asksTheSystem() {
    return DescribedPredicate.describe(
        "asks the system for the time", call -> ASKING.contains(call.getTarget().getFullName()));
  }
}
