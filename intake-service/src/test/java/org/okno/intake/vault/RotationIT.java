package org.okno.intake.vault;

import static io.restassured.RestAssured.given;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.okno.engines.postgres.Postgres;
import org.okno.intake.Intake;
import org.okno.intake.Questionnaires;
import org.okno.messaging.EventIds;
import org.okno.testkit.Await;
import org.okno.testkit.EventTopics;
import org.okno.testkit.ServiceEngines;
import org.okno.testkit.Tables;
import org.okno.testkit.Tokens;

/** The key that wraps data keys is replaced while intake runs; what it wrapped is lost for good. */
@QuarkusTest
@QuarkusTestResource(
    value = ServiceEngines.class,
    initArgs = @ResourceArg(name = "service", value = "intake"))
@Timeout(180)
@SuppressWarnings("NullAway.Init") // the engines are injected
class RotationIT {
  private static final String NAME = "Аделаида Вымышленная";

  @Inject VaultSettings settings;

  EventTopics topics;
  Tables tables;
  Tokens tokens;
  Postgres postgres;

  @BeforeEach
  void publishDirectory() {
    Intake.publishDirectory(topics);
  }

  @AfterEach
  void shouldLeaveNothingOfAnOldKey() {
    rotate();
    assertThat(wrappedByOthersThan(new Keyset(settings).wrapping().primary())).isZero();
  }

  @Test
  void shouldRevealNothingOfABackupFromBeforeAnErasure() {
    String request = post("backup");
    List<String> persons =
        tables.strings(
            "select unnest(array[applicant_id, beneficiary_id]) from request where id = ?",
            UUID.fromString(request));
    tables.execute("create table backup as select * from person");

    erase(persons);
    restore(persons);
    assertThat(open(request).asString()).as("without a rotation").contains(NAME);

    erase(persons);
    rotate();
    restore(persons);
    Response opened = open(request);
    assertThat(opened.statusCode()).isEqualTo(500);
    assertThat(opened.asString()).doesNotContain(NAME, "Сокровенные");

    erase(persons);
    tables.execute("drop table backup");
  }

  @Test
  void shouldAcceptAndOpenRequestsWhileItRotates() {
    AtomicBoolean rotating = new AtomicBoolean(true);
    List<CompletableFuture<List<String>>> posting = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      posting.add(
          CompletableFuture.supplyAsync(
              () -> {
                List<String> posted = new ArrayList<>();
                while (rotating.get()) {
                  posted.add(post("meanwhile"));
                }
                return posted;
              }));
    }
    for (int i = 0; i < 5; i++) {
      rotate();
    }
    rotating.set(false);

    posting.stream()
        .flatMap(posted -> posted.join().stream())
        .forEach(request -> assertThat(open(request).asString()).contains(NAME));
  }

  @Test
  void shouldStoreNothingThatARetiredKeyWrapped() {
    post("before"); // this instance has its keys in memory
    Keyset other = new Keyset(settings);
    KeyId retired = other.wrapping().primary();

    other.addKey();
    retire(retired);
    String request = post("after");

    assertThat(wrappedBy(other.wrapping().primary(), request)).isEqualTo(2);
    assertThat(open(request).asString()).contains(NAME);
  }

  @Test
  void shouldWaitForWhoeverIsStoringADataKey() throws Exception {
    UUID person = EventIds.next();
    byte[] wrapped = new KeysetEncryption(new Keyset(settings)).wrap(person, new byte[32]);
    try (Connection writer = postgres.connect("intake");
        PreparedStatement insert =
            writer.prepareStatement(
                "insert into person (id, wrapped_key, created_at) values (?, ?, now())")) {
      writer.setAutoCommit(false);
      insert.setObject(1, person);
      insert.setBytes(2, wrapped);
      insert.execute();
      CompletableFuture<Void> rotation = CompletableFuture.runAsync(this::rotate);
      Await.until(() -> tables.count("pg_locks where not granted and mode = 'ShareLock'") > 0);
      writer.commit();
      rotation.join();
    }

    assertThat(tables.strings("select encode(wrapped_key, 'hex') from person where id = ?", person))
        .singleElement()
        .satisfies(
            now -> {
              byte[] rewrapped = HexFormat.of().parseHex(now);
              assertThat(KeyId.of(rewrapped)).isNotEqualTo(KeyId.of(wrapped));
              assertThat(new KeysetEncryption(new Keyset(settings)).unwrap(person, rewrapped))
                  .isEqualTo(new byte[32]);
            });
    erase(List.of(person.toString()));
  }

  /** As {@code ./okno vault rotate} does. */
  private void rotate() {
    @Nullable String after = null;
    do {
      Response step =
          administrator("/v1/vault/rotation" + (after == null ? "" : "?after=" + after));
      assertThat(step.statusCode()).isEqualTo(200);
      after = step.path("after");
    } while (after != null);
    assertThat(administrator("/v1/vault/rotation/completion").statusCode()).isEqualTo(204);
  }

  private Response administrator(String path) {
    return given()
        .header("Authorization", "Bearer " + tokens.of("administrator", Map.of("sub", "admin")))
        .post(path);
  }

  private static String post(String name) {
    String phone = "+7900%07d".formatted(Math.floorMod(UUID.randomUUID().hashCode(), 10_000_000));
    Response accepted =
        Intake.post(
            Questionnaires.valid("rotation-" + name + "-" + UUID.randomUUID())
                .replace("+79000000017", phone));
    return requireNonNull(accepted.path("requestId"), accepted.asString());
  }

  private Response open(String request) {
    return Intake.open(
        request, "call-back", tokens.of("operator", Map.of("sub", UUID.randomUUID().toString())));
  }

  private static void erase(List<String> persons) {
    persons.forEach(
        person ->
            assertThat(RestAssured.delete("/v1/persons/" + person).statusCode()).isEqualTo(204));
  }

  private void restore(List<String> persons) {
    persons.forEach(
        person ->
            tables.execute(
                """
                update person p set wrapped_key = b.wrapped_key, blind_index = b.blind_index,
                  phone_hash = b.phone_hash, erased_at = b.erased_at
                from backup b where b.id = p.id and p.id = '%s'
                """
                    .formatted(person)));
  }

  private void retire(KeyId key) {
    tables.execute(
        "insert into retired_wrapping_key values ('\\x%s')"
            .formatted(HexFormat.of().formatHex(key.prefix())));
  }

  private long wrappedBy(KeyId key, String request) {
    return tables.count(
        "person p join request r on p.id in (r.applicant_id, r.beneficiary_id)"
            + " where r.id = ? and substring(p.wrapped_key from 1 for 5) = ?",
        UUID.fromString(request),
        key.prefix());
  }

  private long wrappedByOthersThan(KeyId key) {
    return tables.count(
        "person where wrapped_key is not null and substring(wrapped_key from 1 for 5) <> ?",
        key.prefix());
  }
}
