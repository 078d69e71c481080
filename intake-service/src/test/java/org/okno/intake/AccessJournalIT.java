package org.okno.intake;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.okno.contracts.Topics;
import org.okno.messaging.audit.PublishAgain;
import org.okno.testkit.EventTopics;
import org.okno.testkit.ServiceEngines;
import org.okno.testkit.Tables;
import org.okno.testkit.Tokens;

/** Each access is recorded, and nobody takes it away or changes it unnoticed. */
@QuarkusTest
@QuarkusTestResource(
    value = ServiceEngines.class,
    initArgs = @ResourceArg(name = "service", value = "intake"))
@Timeout(300)
@SuppressWarnings("NullAway.Init") // the engines are injected
class AccessJournalIT {
  private static final int THREADS = 8;
  private static final int CALLERS = 40;
  private static final int BY_EACH = 25;

  @Inject Jdbi jdbi;
  @Inject PublishAgain publishAgain;

  EventTopics topics;
  Tables tables;
  Tokens tokens;

  @Test
  void shouldRecordAThousandAccessesAtTheSameTime() throws Exception {
    List<String> requests = accept(5);
    List<Future<List<String>>> opened = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      for (int caller = 0; caller < CALLERS; caller++) {
        String token = tokens.of("operator", Map.of("sub", "operator-" + caller));
        opened.add(threads.submit(() -> open(requests, token)));
      }
    }
    List<String> ids = new ArrayList<>();
    for (Future<List<String>> some : opened) {
      ids.addAll(some.get());
    }

    assertThat(ids).hasSize(CALLERS * BY_EACH).doesNotHaveDuplicates();
    assertThat(tables.strings("select id from access_entry")).containsAll(ids);
    assertThat(
            tables.strings(
                "select payload::json ->> 'accessId' from journal where topic = ?",
                Topics.ACCESSES))
        .containsAll(ids);
    publish();
    assertThat(audit().asString()).doesNotContain("broken");
    assertThat(audit().<Integer>path("unpublished")).isZero();
    assertThat(audit().<Integer>path("entries")).isGreaterThanOrEqualTo(CALLERS * BY_EACH);
  }

  @Test
  void shouldFindAnEntryThatSqlChangedOrRemoved() {
    String request = accept(1).getFirst();
    for (int i = 0; i < 3; i++) {
      assertThat(Intake.open(request, "erasure-request").statusCode()).isEqualTo(200);
    }
    publish();
    long last = tables.count("access_entry");
    long middle = last - 1;
    tables.execute("create table kept_entry as select * from access_entry");
    tables.execute("alter table access_entry disable trigger access_journal_append_only");

    tables.execute("update access_entry set subject = 'nobody' where number = " + middle);
    assertThat(broken()).isEqualTo(middle + " changed");
    restore(middle);

    tables.execute("delete from access_entry where number = " + middle);
    assertThat(broken()).isEqualTo(middle + " missing");
    tables.execute("update access_entry set number = number - 1 where number = " + last);
    assertThat(broken()).isEqualTo(middle + " changed");
    restore(last);
    restore(middle);

    tables.execute("delete from access_entry where number >= " + middle);
    assertThat(broken()).isEqualTo(middle + " removed");
    restore(middle);
    restore(last);

    assertThat(audit().asString()).doesNotContain("broken");
    tables.execute("alter table access_entry enable trigger access_journal_append_only");
    tables.execute("drop table kept_entry");
  }

  @Test
  void shouldRefuseToChangeOrRemoveAnEntry() {
    Intake.open(accept(1).getFirst(), "erasure-request");

    for (String sql :
        List.of(
            "update access_entry set subject = 'nobody'",
            "delete from access_entry",
            "truncate access_entry")) {
      assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute(sql)))
          .hasMessageContaining("permission denied");
      assertThatThrownBy(() -> tables.execute(sql)).hasMessageContaining("append-only");
    }
  }

  private List<String> accept(int requests) {
    Intake.publishDirectory(topics);
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < requests; i++) {
      ids.add(
          requireNonNull(
              Intake.post(Questionnaires.valid("journal-" + UUID.randomUUID())).path("requestId")));
    }
    return ids;
  }

  private static List<String> open(List<String> requests, String token) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < BY_EACH; i++) {
      Response opened = Intake.open(requests.get(i % requests.size()), "call-back", token);
      assertThat(opened.statusCode()).isEqualTo(200);
      ids.add(opened.path("accessId"));
    }
    return ids;
  }

  /** As Debezium does in the stack. */
  private void publish() {
    publishAgain.events(
        tables
            .strings("select event_id from journal where topic = ? order by seq", Topics.ACCESSES)
            .stream()
            .map(UUID::fromString)
            .toList());
  }

  private void restore(long number) {
    tables.execute(
        "delete from access_entry where id in (select id from kept_entry where number = "
            + number
            + ")");
    tables.execute("insert into access_entry select * from kept_entry where number = " + number);
  }

  private static Response audit() {
    return Intake.get("/v1/accesses/audit");
  }

  private static String broken() {
    Response audit = audit();
    return audit.path("broken.number") + " " + audit.path("broken.finding");
  }
}
