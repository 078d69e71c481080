package org.okno.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Packages are named for a capability, classes for what they do or hold. */
class NamesTest {
  private static final Set<String> SAYING_NOTHING =
      Set.of(
          "util",
          "utils",
          "common",
          "commons",
          "shared",
          "misc",
          "helper",
          "helpers",
          "manager",
          "managers",
          "impl",
          "dto",
          "dtos",
          "mapper",
          "mappers");
  private static final Set<String> LAYERS =
      Set.of(
          "controller",
          "controllers",
          "service",
          "services",
          "repository",
          "repositories",
          "entity",
          "entities",
          "model",
          "models",
          "resource",
          "resources");

  @Test
  void shouldHaveNoPackageWithANameThatSaysNothing() {
    noClasses()
        .should(beInAPackageCalled(SAYING_NOTHING))
        .because("a package is named for the capability it holds")
        .check(Codebase.CLASSES);
  }

  @Test
  void shouldHaveNoPackageNamedForALayerInAService() {
    noClasses()
        .that()
        .resideInAnyPackage(Parts.SERVICES)
        .should(beInAPackageCalled(LAYERS))
        .because("a service is cut by capability, not by layer")
        .check(Codebase.CLASSES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Util", "Utils", "Helper", "Manager", "Impl", "Dto", "DTO", "Wiring"})
  void shouldHaveNoClassWithANameThatSaysNothing(String suffix) {
    noClasses()
        .should()
        .haveSimpleNameEndingWith(suffix)
        .because("a class is named for what it does or holds: what would a newcomer call it?")
        .check(Codebase.CLASSES);
  }

  private static ArchCondition<JavaClass> beInAPackageCalled(Set<String> names) {
    return new ArchCondition<>("be in a package called any of " + names) {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        boolean called =
            Arrays.stream(item.getPackageName().split("\\.")).anyMatch(names::contains);
        events.add(
            new SimpleConditionEvent(
                item, called, item.getName() + " is in the package " + item.getPackageName()));
      }
    };
  }
}
