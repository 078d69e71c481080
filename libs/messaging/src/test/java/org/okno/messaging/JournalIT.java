package org.okno.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.okno.contracts.DirectoryEvent.AgencyPublished;

/** The promises of journal and inbox that PostgreSQL keeps. */
@QuarkusTest
@QuarkusTestResource(MessagingEngines.class)
class JournalIT {
  @Inject Journal journal;
  @Inject Inbox inbox;
  @Inject Jdbi jdbi;

  @Test
  void shouldAppendInOrderWithTheTransactionOnly() {
    QuarkusTransaction.requiringNew()
        .run(() -> journal.append(List.of(agency("kept-1"), agency("kept-2"))));
    assertThatThrownBy(
            () ->
                QuarkusTransaction.requiringNew()
                    .run(
                        () -> {
                          journal.append(List.of(agency("undone")));
                          throw new IllegalStateException("fails");
                        }))
        .hasMessage("fails");
    QuarkusTransaction.requiringNew().run(() -> journal.append(List.of()));

    assertThat(keys()).containsSubsequence("agency/kept-1", "agency/kept-2");
    assertThat(keys()).doesNotContain("agency/undone");
  }

  @Test
  void shouldRefuseToAppendOutsideATransaction() {
    assertThatThrownBy(() -> journal.append(List.of(agency("alone"))))
        .isInstanceOf(TransactionalException.class);
    assertThat(keys()).doesNotContain("agency/alone");
  }

  @Test
  void shouldAppendOnlyWhatChangedSomething() {
    assertThat(appendIf(true, agency("changed-1"), agency("changed-2"))).isTrue();
    assertThat(appendIf(true, agency("changed-3"))).isTrue();
    assertThat(appendIf(false, agency("unchanged"))).isFalse();

    assertThat(keys())
        .containsSubsequence("agency/changed-1", "agency/changed-2", "agency/changed-3");
    assertThat(keys()).doesNotContain("agency/unchanged");
  }

  @Test
  void shouldKeepArgumentsOutOfFlightRecordings(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("statements.jfr");
    try (Recording recording = new Recording()) {
      recording.enable("jdbi.statement");
      recording.start();
      jdbi.useHandle(
          handle ->
              handle
                  .createQuery("select :name::text")
                  .bind("name", "someone by name")
                  .mapTo(String.class)
                  .one());
      recording.dump(file);
    }

    List<String> events = RecordingFile.readAllEvents(file).stream().map(String::valueOf).toList();
    assertThat(events).anyMatch(event -> event.contains("select :name::text"));
    assertThat(events).noneMatch(event -> event.contains("someone by name"));
  }

  @Test
  void shouldRefuseToChangeWhatWasAppended() {
    assertThatThrownBy(
            () -> jdbi.useHandle(handle -> handle.execute("update journal set payload = '{}'")))
        .isInstanceOf(JdbiException.class)
        .rootCause()
        .hasMessageContaining("append-only");
  }

  @Test
  void shouldClaimAnEventOnceForEachConsumer() {
    UUID first = EventIds.next();
    UUID second = EventIds.next();

    assertThat(claim("one", List.of(first, first))).containsExactly(first);
    assertThat(claim("one", List.of(first, second))).containsExactly(second);
    assertThat(claim("one", List.of())).isEmpty();
    assertThat(claim("another", List.of(first))).containsExactly(first);
  }

  @Test
  void shouldRefuseToClaimOutsideATransaction() {
    assertThatThrownBy(() -> inbox.claim("one", List.of(EventIds.next())))
        .isInstanceOf(TransactionalException.class);
  }

  @Test
  void shouldClaimEachEventOnceThoughManyTryAtTheSameTime() throws Exception {
    List<UUID> ids = Stream.generate(EventIds::next).limit(200).toList();
    Callable<Set<UUID>> claiming = () -> claim("many", ids);

    List<UUID> claimed = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Set<UUID>>> all =
          threads.invokeAll(IntStream.range(0, 8).mapToObj(i -> claiming).toList());
      for (Future<Set<UUID>> one : all) {
        claimed.addAll(one.get());
      }
    }

    assertThat(claimed).containsExactlyInAnyOrderElementsOf(ids);
  }

  private boolean appendIf(boolean happens, AgencyPublished... events) {
    return journal.appendIfChanged(
        "with changed as (select 1 where :happens)",
        change -> change.bind("happens", happens),
        List.of(events));
  }

  private Set<UUID> claim(String consumer, List<UUID> ids) {
    return QuarkusTransaction.requiringNew().call(() -> inbox.claim(consumer, ids));
  }

  private static AgencyPublished agency(String id) {
    return new AgencyPublished(id, "Agency", Instant.parse("2026-03-02T06:15:32.000Z"), 1L, null);
  }

  private List<String> keys() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select event_key from journal order by seq")
                .mapTo(String.class)
                .list());
  }
}
