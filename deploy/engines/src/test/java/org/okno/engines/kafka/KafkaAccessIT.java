package org.okno.engines.kafka;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.okno.engines.Home;
import org.okno.engines.certificates.Certificates;
import org.okno.engines.stack.Part;
import org.okno.engines.stack.Ports;
import org.okno.engines.stack.Progress;
import org.okno.engines.stack.Settings;
import org.okno.engines.stack.Stack;

/** Every user tries every topic, group and transaction with its own password. */
class KafkaAccessIT {

  private static final List<String> INTERNAL_TOPICS =
      List.of("okno-analytics-facts-by-series-repartition", "okno.connect.offset");
  private static final List<String> TRANSACTIONS =
      List.of("routing-host-1", "okno-analytics-1", "okno-dead-letters", "other");
  private static final List<String> NEW_TOPICS =
      List.of("okno-analytics-new", "okno.connect.new", "okno.new");

  private static final int TLS_ALERT = 21;
  private static final int END = -1;

  @TempDir static Path data;
  private static Stack stack;
  private static Access access;
  private static List<String> topics;

  /** By user, what the broker permitted, such as {@code WRITE TOPIC okno.cases}. */
  private static final Map<String, Set<String>> PERMITTED = new TreeMap<>();

  @BeforeAll
  static void tryAll() throws Exception {
    stack = new Stack(Settings.of(Home.find(), data, Ports.random()).only(EnumSet.of(Part.KAFKA)));
    stack.start(Progress.silent());
    access = Access.read(Home.find().access());
    topics = fillTopics();
    for (String user : users().toList()) {
      try (Attempts attempts = new Attempts(stack.broker().client(user))) {
        PERMITTED.put(user, permitted(attempts));
      }
    }
  }

  @AfterAll
  static void stop() {
    stack.stop();
  }

  static Stream<String> users() {
    return Stream.of(
        "intake",
        "routing",
        "case",
        "analytics",
        "connect",
        "intake-connector",
        "routing-connector",
        "case-connector");
  }

  @ParameterizedTest
  @MethodSource("users")
  void shouldPermitWhatTheFileSaysAndRefuseEverythingElse(String user) {
    assertThat(PERMITTED.get(user)).isNotEmpty().isEqualTo(said(user));
  }

  /** Written down again, so that a line too many in the file is noticed. */
  @ParameterizedTest
  @CsvSource({
    "WRITE TOPIC okno.questionnaires, intake intake-connector",
    "WRITE TOPIC okno.persons, intake intake-connector",
    "WRITE TOPIC okno.decisions, routing routing-connector",
    "WRITE TOPIC okno.directory, routing routing-connector",
    "WRITE TOPIC okno.cases, case case-connector",
    "WRITE TOPIC okno.daily-summary, analytics",
    "WRITE TOPIC okno.connect.offset, connect",
    "WRITE TOPIC okno.accesses, intake intake-connector",
    "READ TOPIC okno.accesses, intake",
    "WRITE TOPIC okno.feedback, intake intake-connector",
    "READ TOPIC okno.feedback, case intake",
    "READ TOPIC okno.questionnaires, analytics intake routing",
    "READ TOPIC okno.persons, case intake",
    "READ TOPIC okno.cases, analytics case intake routing",
    "READ TOPIC case.okno.decisions.dlq, ''",
    "WRITE TOPIC case.okno.decisions.replay, ''",
    "WRITE TRANSACTIONAL_ID routing-host-1, routing",
    "READ GROUP routing, routing",
    "DESCRIBE GROUP routing, analytics routing",
    "DELETE GROUP okno-analytics-, analytics",
    "DELETE GROUP routing, ''",
    "CREATE TOPIC okno.new, ''"
  })
  void shouldGiveToThese(String attempt, String users) {
    assertThat(
            String.join(
                " ",
                PERMITTED.entrySet().stream()
                    .filter(user -> user.getValue().contains(attempt))
                    .map(Map.Entry::getKey)
                    .toList()))
        .isEqualTo(users);
  }

  @Test
  void shouldRevokeWhatTheFileDoesNotSay() throws Exception {
    try (Admin admin = Admin.create(stack.broker().administrator().with(Map.of()))) {
      AclBinding extra = access.lines().getLast();
      Access less = new Access(access.lines().subList(0, access.lines().size() - 1));

      less.apply(admin);
      assertThat(granted(admin)).doesNotContain(extra).hasSameElementsAs(less.lines());
      access.apply(admin);
      access.apply(admin);
      assertThat(granted(admin)).hasSameElementsAs(access.lines());
    }
  }

  @Test
  void shouldRefuseAWrongPassword() {
    ClientSettings intake = stack.broker().client("intake");
    assertThatThrownBy(
            () ->
                connect(
                    intake,
                    "sasl.jaas.config",
                    new KafkaUsers(Map.of("intake", "wrong")).jaasConfig("intake")))
        .hasCauseInstanceOf(SaslAuthenticationException.class);
  }

  @Test
  void shouldRefuseWhoDoesNotSignIn() {
    assertThatThrownBy(() -> connect(stack.broker().client("intake"), "security.protocol", "SSL"))
        .isInstanceOf(ExecutionException.class);
  }

  @Test
  void shouldRefuseWhoSpeaksWithoutTls() throws IOException {
    int port = stack.settings().ports().of(Part.KAFKA);
    // Which versions do you support? A listener without TLS answers.
    byte[] question = {0, 0, 0, 11, 0, 18, 0, 0, 0, 0, 0, 1, 0, 1, 'x'};
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(question);

      assertThat(socket.getInputStream().read()).isIn(TLS_ALERT, END);
    }
  }

  @Test
  void shouldNotBeTrustedByClientsOfAnotherStack(@TempDir Path other) {
    Certificates others = new Certificates(other, Clock.systemUTC());
    others.renew();

    assertThatThrownBy(
            () ->
                connect(
                    stack.broker().client("intake"),
                    "ssl.truststore.location",
                    others.authority().toString()))
        .hasCauseInstanceOf(SslAuthenticationException.class);
  }

  private static void connect(ClientSettings client, String name, String value) throws Exception {
    Map<String, Object> config =
        client.with(
            Map.of(name, value, "default.api.timeout.ms", 3000, "request.timeout.ms", 3000));
    try (Admin admin = Admin.create(config)) {
      admin.describeCluster().nodes().get();
    }
  }

  private static Set<AclBinding> granted(Admin admin) throws Exception {
    return Set.copyOf(admin.describeAcls(AclBindingFilter.ANY).values().get());
  }

  /** A record in every topic, so that reading one is permitted or refused, and never empty. */
  private static List<String> fillTopics() throws Exception {
    ClientSettings administrator = stack.broker().administrator();
    try (Admin admin = Admin.create(administrator.with(Map.of()));
        Attempts attempts = new Attempts(administrator)) {
      admin
          .createTopics(
              INTERNAL_TOPICS.stream().map(name -> new NewTopic(name, 1, (short) 1)).toList())
          .all()
          .get();
      // Not what the broker lists: a topic that was just created can be missing there.
      List<String> all =
          Stream.concat(
                  Topics.read(Home.find().topics()).topics().stream().map(Topics.Topic::name),
                  INTERNAL_TOPICS.stream())
              .sorted()
              .toList();
      for (String topic : all) {
        attempts.writes(topic);
      }
      return all;
    }
  }

  private static Set<String> permitted(Attempts attempts) throws Exception {
    Set<String> permitted = new TreeSet<>();
    for (String topic : topics) {
      add(permitted, attempts.writes(topic), AclOperation.WRITE, ResourceType.TOPIC, topic);
      add(permitted, attempts.reads(topic), AclOperation.READ, ResourceType.TOPIC, topic);
    }
    for (String group : groups()) {
      add(permitted, attempts.commits(group), AclOperation.READ, ResourceType.GROUP, group);
      add(permitted, attempts.describes(group), AclOperation.DESCRIBE, ResourceType.GROUP, group);
      add(permitted, attempts.deletes(group), AclOperation.DELETE, ResourceType.GROUP, group);
    }
    for (String id : TRANSACTIONS) {
      boolean opened = attempts.opensTransactions(id);
      add(permitted, opened, AclOperation.WRITE, ResourceType.TRANSACTIONAL_ID, id);
    }
    for (String topic : NEW_TOPICS) {
      add(permitted, attempts.creates(topic), AclOperation.CREATE, ResourceType.TOPIC, topic);
    }
    assertThat(attempts.listsAccess()).isFalse();
    return permitted;
  }

  private static Set<String> groups() {
    Set<String> groups =
        access.lines().stream()
            .filter(line -> line.pattern().resourceType() == ResourceType.GROUP)
            .map(line -> line.pattern().name())
            .collect(toCollection(TreeSet::new));
    groups.add("other");
    return groups;
  }

  private static void add(
      Set<String> permitted,
      boolean isPermitted,
      AclOperation operation,
      ResourceType type,
      String name) {
    if (isPermitted) {
      permitted.add(operation + " " + type + " " + name);
    }
  }

  /** The same by the file. */
  private static Set<String> said(String user) {
    Set<String> said = new TreeSet<>();
    for (String topic : topics) {
      for (AclOperation operation : List.of(AclOperation.WRITE, AclOperation.READ)) {
        add(
            said,
            says(user, operation, ResourceType.TOPIC, topic),
            operation,
            ResourceType.TOPIC,
            topic);
      }
    }
    for (String group : groups()) {
      for (AclOperation operation :
          List.of(AclOperation.READ, AclOperation.DESCRIBE, AclOperation.DELETE)) {
        add(
            said,
            says(user, operation, ResourceType.GROUP, group),
            operation,
            ResourceType.GROUP,
            group);
      }
    }
    for (String id : TRANSACTIONS) {
      boolean opens = says(user, AclOperation.WRITE, ResourceType.TRANSACTIONAL_ID, id);
      add(said, opens, AclOperation.WRITE, ResourceType.TRANSACTIONAL_ID, id);
    }
    for (String topic : NEW_TOPICS) {
      boolean creates = says(user, AclOperation.CREATE, ResourceType.TOPIC, topic);
      add(said, creates, AclOperation.CREATE, ResourceType.TOPIC, topic);
    }
    return said;
  }

  private static boolean says(String user, AclOperation operation, ResourceType type, String name) {
    return access.lines().stream()
        .anyMatch(
            line ->
                line.entry().principal().equals("User:" + user)
                    && line.pattern().resourceType() == type
                    && matches(line, name)
                    && includes(line.entry().operation(), operation));
  }

  private static boolean matches(AclBinding line, String name) {
    return line.pattern().patternType() == PatternType.PREFIXED
        ? name.startsWith(line.pattern().name())
        : name.equals(line.pattern().name());
  }

  private static boolean includes(AclOperation given, AclOperation wanted) {
    return given == AclOperation.ALL
        || given == wanted
        || (given == AclOperation.READ && wanted == AclOperation.DESCRIBE);
  }
}
