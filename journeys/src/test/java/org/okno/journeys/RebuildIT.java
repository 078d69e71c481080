package org.okno.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.okno.engines.service.CaseRebuild;
import org.okno.engines.stack.Environment;
import org.okno.engines.stack.Part;
import org.okno.engines.stack.Settings;
import org.okno.journeys.RunningStack.Region;
import org.okno.local.client.Caller;
import org.okno.local.client.Reply;
import org.okno.local.client.Services;

@ExtendWith(RunningStack.class)
class RebuildIT {
  private static final int CASES = 12;

  @Test
  void shouldRestoreEveryCaseWhenTheTablesAreLost(Region region) throws Exception {
    List<String> ids = settledAndNot(region, "rebuild");
    List<Reply> before = ids.stream().map(id -> read(region, id)).toList();

    List<String> output = new ArrayList<>();
    withoutCase(
        region,
        () -> {
          assertThat(rebuild(region, output, "--dry-run")).as("%s", output).isZero();
          truncate(region);
          assertThat(rebuild(region, output, "--replace")).as("%s", output).isZero();
        });

    assertThat(output).contains("journal: 0 rows differ", "Replaced.");
    assertThat(ids.stream().map(id -> read(region, id)).toList()).isEqualTo(before);
    step(region, ids.getLast(), "acceptance", Map.of());
    Ledger.assertBalanced(region.services(), Set.copyOf(ids));
  }

  @Test
  void shouldReplaceNothingWhenTheTopicLacksEventsOfTheJournal(Region region) throws Exception {
    String id = settledAndNot(region, "incomplete").getLast();
    region.part(Part.CONNECT).stop();
    step(region, id, "acceptance", Map.of());
    Reply before = read(region, id);

    List<String> output = new ArrayList<>();
    withoutCase(
        region, () -> assertThat(rebuild(region, output, "--replace", "--timeout=1")).isEqualTo(1));

    assertThat(output).contains("Nothing was replaced.").anyMatch(line -> line.contains("Connect"));
    assertThat(read(region, id)).isEqualTo(before);
    region.part(Part.CONNECT).start();
  }

  /** A service that still runs may write between the comparison and the replacement. */
  @Test
  void shouldReplaceNothingWhenTheTablesChangeMeanwhile(Region region) throws Exception {
    List<String> output = new ArrayList<>();
    try (Connection writer = region.stack().postgres().connect("case");
        Statement statement = writer.createStatement();
        ExecutorService aside = Executors.newSingleThreadExecutor()) {
      writer.setAutoCommit(false);
      statement.execute("insert into erased_person values (gen_random_uuid())");
      Future<Integer> exit = aside.submit(() -> rebuild(region, output, "--replace"));
      Await.until(() -> exit.isDone() || isWaitedFor(region, "erased_person"));
      writer.commit();
      assertThat(exit.get()).as("%s", output).isEqualTo(1);
    }
    assertThat(output).contains("erased_person: 0 rows differ", "Nothing was replaced.");
  }

  private static boolean isWaitedFor(Region region, String table) {
    try (Connection connection = region.stack().postgres().connect("case");
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select from pg_locks where not granted and relation = 'public.%s'::regclass"
                    .formatted(table))) {
      return rows.next();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private interface Step {
    void run() throws SQLException;
  }

  private static void withoutCase(Region region, Step step) throws Exception {
    region.part(Part.CASE).stop();
    try {
      step.run();
    } finally {
      region.part(Part.CASE).start();
    }
  }

  private static int rebuild(Region region, List<String> output, String... arguments) {
    Settings settings = region.stack().settings();
    return new CaseRebuild(settings.home(), new Environment(settings).of(Part.CASE))
        .run(output::add, arguments);
  }

  private static void truncate(Region region) throws SQLException {
    try (Connection connection = region.stack().postgres().connect("case");
        Statement statement = connection.createStatement()) {
      statement.execute("truncate cases, need, erased_person, journal");
    }
  }

  /** Some cases: settled, declined, accepted, of an erased person, and the last not touched. */
  private static List<String> settledAndNot(Region region, String name)
      throws InterruptedException {
    Services services = region.services();
    Requests requests = new Requests(services);
    List<String> ids =
        IntStream.range(0, CASES)
            .mapToObj(
                i ->
                    services
                        .as(Requests.ADAPTER)
                        .post("intake", "/v1/requests", body(requests, name, i)))
            .map(reply -> reply.orFail("post").path("requestId").asText())
            .toList();
    for (String id : ids) {
      Await.until(() -> read(region, id).isOk());
    }
    step(region, ids.get(0), "acceptance", Map.of());
    step(region, ids.get(0), "resolution", Map.of("outcome", "helped"));
    step(region, ids.get(1), "decline", Map.of("reason", "no-capacity"));
    step(region, ids.get(2), "acceptance", Map.of());
    erase(region, ids.get(3));
    return ids;
  }

  /** Each of another person, so that erasing one leaves the others. */
  private static Map<String, Object> body(Requests requests, String name, int number) {
    Map<String, Object> body = requests.valid(name + "-" + number);
    String phone = "+7927%07d".formatted(100 * name.length() + number);
    body.put("applicant", Map.of("name", "Стройкин Лев", "phone", phone));
    body.put("territory", "02701000");
    body.put("needs", List.of(Map.of("need", "food"), Map.of("need", "legal")));
    return body;
  }

  private static void erase(Region region, String id) throws InterruptedException {
    String person = read(region, id).body().path("applicant").path("personId").asText();
    region.as(Caller.PROTECTION_OFFICER).delete("intake", "/v1/persons/" + person).orFail("erase");
    Await.until(
        () -> read(region, id).body().path("applicant").path("state").asText().equals("erased"));
  }

  private static void step(Region region, String id, String step, Map<String, String> body) {
    JsonNode need = read(region, id).body().path("needs").get(0);
    String path = "/v1/cases/%s/needs/%s".formatted(id, need.path("needId").asText());
    Services specialist = region.as(Caller.specialist(need.path("agency").path("id").asText()));
    String tag = String.valueOf(specialist.get("case", path).etag());
    specialist.post("case", path + "/" + step, body, "If-Match", tag).orFail(step);
  }

  private static Reply read(Region region, String id) {
    return region.as(Caller.OPERATOR).get("case", "/v1/cases/" + id);
  }
}
