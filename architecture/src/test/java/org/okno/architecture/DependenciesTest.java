package org.okno.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may know whom. */
class DependenciesTest {

  @Test
  void shouldKnowNoFrameworkInTheContracts() {
    classes()
        .that()
        .resideInAPackage(Parts.CONTRACTS)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(Parts.CONTRACTS, "java..", "org.jspecify..")
        .because("whoever reads Okno's events must not need our libraries for it")
        .check(Codebase.CLASSES);
  }

  @Test
  void shouldKnowNoServiceInALibrary() {
    noClasses()
        .that()
        .resideInAnyPackage(Parts.LIBRARIES)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(Parts.and(Parts.SERVICES, Parts.LOCAL))
        .because("a library serves any service")
        .check(Codebase.CLASSES);
  }

  @ParameterizedTest
  @MethodSource("services")
  void shouldKnowNoOtherServiceInAService(String service) {
    String[] others =
        Arrays.stream(Parts.SERVICES).filter(s -> !s.equals(service)).toArray(String[]::new);

    noClasses()
        .that()
        .resideInAPackage(service)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(Parts.and(others, Parts.LOCAL))
        .because("services know each other's events only: what one needs, it keeps from a topic")
        .check(Codebase.CLASSES);
  }

  @Test
  void shouldKnowNoServiceWhereServicesAreStarted() {
    noClasses()
        .that()
        .resideInAnyPackage(Parts.LOCAL)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(Parts.SERVICES)
        .because("what starts and uses the services does so from outside, as anybody would")
        .check(Codebase.CLASSES);
  }

  @Test
  void shouldStayWithBlockingCode() {
    noClasses()
        .that() // Quarkus wants it of these
        .areNotAssignableTo("io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism")
        .and()
        .areNotAssignableTo("io.quarkus.security.identity.IdentityProvider")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.smallrye.mutiny..", "lombok..")
        .because("code is blocking, and records need no Lombok")
        .check(Codebase.CLASSES);
  }

  static Stream<String> services() {
    return Arrays.stream(Parts.SERVICES);
  }
}
