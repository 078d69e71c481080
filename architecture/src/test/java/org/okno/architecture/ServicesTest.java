package org.okno.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The four services are built alike: the same kinds of beans, each with one way to do its work. */
class ServicesTest {
  private static final String INCOMING = "org.eclipse.microprofile.reactive.messaging.Incoming";
  private static final String PATH = "jakarta.ws.rs.Path";
  private static final String CLIENT =
      "org.eclipse.microprofile.rest.client.inject.RegisterRestClient";
  private static final String SETTINGS = "io.smallrye.config.ConfigMapping";
  private static final String[] DATABASE = {
    "java.sql..",
    "javax.sql..",
    "org.jdbi..",
    "org.okno.sql..",
    "io.quarkus.hibernate..",
    "jakarta.persistence.."
  };

  /** A program of its own, which runs while the service is stopped. */
  private static final String REBUILD = "org.okno.cases.rebuild..";

  @ParameterizedTest
  @MethodSource("services")
  void shouldHaveTheSameKindsOfBeansInEachService(String service) {
    assertThat(kinds(service))
        .as("kinds of beans in %s", service)
        .containsExactlyInAnyOrder("Consumer", "Repository", "Resource", "Settings");
  }

  @Test
  void shouldNameResourcesConsumersAndSettingsForWhatTheyAre() {
    classes()
        .that(inServices())
        .and()
        .areAnnotatedWith(PATH)
        .and()
        .areNotAnnotatedWith(CLIENT)
        .should()
        .haveSimpleNameEndingWith("Resource")
        .check(Codebase.CLASSES);
    classes()
        .that(inServices())
        .and()
        .areAnnotatedWith(SETTINGS)
        .should()
        .haveSimpleNameEndingWith("Settings")
        .check(Codebase.CLASSES);
    methods()
        .that()
        .areAnnotatedWith(INCOMING)
        .should()
        .beDeclaredInClassesThat()
        .haveSimpleNameEndingWith("Consumer")
        .check(Codebase.CLASSES);
  }

  @Test
  void shouldConsumeThroughEventDelivery() {
    methods()
        .that()
        .areAnnotatedWith(INCOMING)
        .should(callEventDelivery())
        .because("retry, inbox and dead letters stand once, in EventDelivery")
        .check(Codebase.CLASSES);
  }

  @Test
  void shouldPollKafkaOnlyInRoutingsExactlyOnceStep() {
    noClasses()
        .that(inServices())
        .and()
        .resideOutsideOfPackages(
            "org.okno.routing.decision..", REBUILD, "org.okno.analytics.reconciliation..")
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe(
                "are the Kafka consumer",
                type -> type.getName().equals("org.apache.kafka.clients.consumer.KafkaConsumer")))
        .because("consumers that write to a database run on SmallRye Reactive Messaging")
        .check(Codebase.CLASSES);
  }

  @Test
  void shouldReachTheDatabaseInRepositoriesOnly() {
    noClasses()
        .that(inServices())
        .and()
        .resideOutsideOfPackage(REBUILD)
        .and(DescribedPredicate.not(named("Repository", "Entity", "Row")))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(DATABASE)
        .because("SQL stands in repositories; what they read and write are rows and entities")
        .check(Codebase.CLASSES);
  }

  @Test
  void shouldPermitRowsInTheAccessFilterOnly() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("org.okno.identity.AccessFilter")
        .should()
        .callMethodWhere(
            DescribedPredicate.describe(
                "sets the caller's rows",
                call ->
                    call.getTargetOwner().getName().equals("org.okno.identity.CurrentCaller")
                        && call.getName().equals("set")))
        .because("what it sets is what PostgreSQL shows")
        .check(Codebase.CLASSES);
  }

  @Test
  void shouldProduceBeansInTheLibrariesOnly() {
    noClasses()
        .that(inServices())
        .and()
        .resideOutsideOfPackage(
            "org.okno.analytics.summary..") // Quarkus wants the topology as a bean
        .should(
            new ArchCondition<>("produce beans") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                boolean produces =
                    type.getMethods().stream()
                        .anyMatch(
                            method -> method.isAnnotatedWith("jakarta.enterprise.inject.Produces"));
                events.add(
                    new SimpleConditionEvent(type, produces, type.getName() + " produces beans"));
              }
            })
        .because("a bean is its own class with one constructor; what all share is in libs")
        .check(Codebase.CLASSES);
  }

  static Stream<String> services() {
    return Arrays.stream(Parts.SERVICES);
  }

  private static Set<String> kinds(String service) {
    String packages = service.replace("..", "");
    return Codebase.CLASSES.stream()
        .filter(type -> type.getPackageName().startsWith(packages + "."))
        .filter(type -> type.getEnclosingClass().isEmpty())
        .map(ServicesTest::kind)
        .filter(kind -> !kind.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String kind(JavaClass type) {
    return Stream.of("Consumer", "Repository", "Resource", "Settings")
        .filter(type.getSimpleName()::endsWith)
        .findFirst()
        .orElse("");
  }

  private static DescribedPredicate<JavaClass> inServices() {
    return JavaClass.Predicates.resideInAnyPackage(Parts.SERVICES);
  }

  private static DescribedPredicate<JavaClass> named(String... suffixes) {
    return DescribedPredicate.describe(
        "are named " + Arrays.toString(suffixes),
        type ->
            Arrays.stream(suffixes)
                .anyMatch(suffix -> outermost(type).getSimpleName().endsWith(suffix)));
  }

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(ServicesTest::outermost).orElse(type);
  }

  private static ArchCondition<JavaMethod> callEventDelivery() {
    return new ArchCondition<>("call EventDelivery") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        boolean calls =
            method.getMethodCallsFromSelf().stream()
                .anyMatch(
                    call ->
                        call.getTargetOwner().getName().equals("org.okno.messaging.EventDelivery"));
        events.add(
            new SimpleConditionEvent(
                method, calls, method.getFullName() + " calls EventDelivery: " + calls));
      }
    };
  }
}
