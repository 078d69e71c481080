package org.okno.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.okno.intake.Intake.post;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.okno.engines.postgres.Postgres;
import org.okno.testkit.Await;
import org.okno.testkit.EventTopics;
import org.okno.testkit.ServiceEngines;

/** A session of the database that keeps a lock, as that of an instance that stands still does. */
@QuarkusTest
@QuarkusTestResource(
    value = ServiceEngines.class,
    initArgs = @ResourceArg(name = "service", value = "intake"))
@Timeout(120)
@SuppressWarnings("NullAway.Init") // the engines are injected
class StuckSessionIT {
  EventTopics topics;
  Postgres postgres;

  @Test
  void shouldFailSoonWhatNeedsTheLockAndAcceptAllElse() throws Exception {
    Intake.publishDirectory(topics);
    post(Questionnaires.valid("stuck-1"));
    String another = Questionnaires.valid("stuck-2").replace(Questionnaires.PHONE, "+79000000077");

    try (Connection stuck = postgres.connect("intake");
        ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      stuck.setAutoCommit(false);
      stuck.createStatement().execute("select 1 from person for update");
      // One for each writer: together they might share a commit.
      List<Future<Response>> samePerson = new ArrayList<>();
      for (String id : List.of("stuck-3", "stuck-4", "stuck-5")) {
        samePerson.add(clients.submit(() -> post(Questionnaires.valid(id))));
        Await.until(() -> waiting(stuck) == samePerson.size());
      }

      assertThat(post(another).statusCode()).isEqualTo(201);
      for (Future<Response> one : samePerson) {
        assertThat(one.get().statusCode()).isEqualTo(503);
      }
      stuck.rollback();
    }
    assertThat(post(Questionnaires.valid("stuck-3")).statusCode()).isEqualTo(201);
  }

  private static int waiting(Connection connection) throws SQLException {
    try (var rows =
        connection
            .createStatement()
            .executeQuery("select count(*) from pg_locks where not granted")) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
