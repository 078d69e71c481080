package org.okno.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.restassured.RestAssured;
import io.restassured.http.Header;
import io.restassured.http.Headers;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.okno.contracts.AgencyRef;
import org.okno.contracts.CaseEvent.CaseOpened;
import org.okno.contracts.CaseEvent.NeedDeclined;
import org.okno.contracts.CaseEvent.OpenedNeed;
import org.okno.contracts.DirectoryEvent.TermPublished;
import org.okno.contracts.DirectoryEvent.TerritoryPublished;
import org.okno.contracts.NeedRef;
import org.okno.contracts.Referral;
import org.okno.contracts.TerritoryRef;
import org.okno.messaging.EventIds;
import org.okno.testkit.Await;
import org.okno.testkit.EventTopics;

/** Intake as a channel's adapter and an agency's client see it. */
public final class Intake {
  private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

  private Intake() {}

  /** Posts a questionnaire; headers as names and values. */
  public static Response post(String body, String... headers) {
    return post("/v1/requests", "application/json", body.getBytes(UTF_8), headers);
  }

  /** Posts JSON to an address below a request. */
  public static Response postTo(String path, String body) {
    return post(path, "application/json", body.getBytes(UTF_8));
  }

  static Response post(String path, String mediaType, byte[] body, String... headers) {
    List<Header> all = new ArrayList<>();
    for (int i = 0; i < headers.length; i += 2) {
      all.add(new Header(headers[i], headers[i + 1]));
    }
    return RestAssured.given()
        .headers(new Headers(all))
        .contentType(mediaType)
        .body(body)
        .post(path);
  }

  static Response get(String path) {
    return RestAssured.given().urlEncodingEnabled(false).get(path);
  }

  static Response delete(String path) {
    return RestAssured.delete(path);
  }

  /** Opens the personal data of a request, as somebody who may for this purpose. */
  static Response open(String requestId, String purpose) {
    return post(
        "/v1/requests/" + requestId + "/personal-data/openings",
        "application/json",
        "{\"purpose\": \"%s\"}".formatted(purpose).getBytes(UTF_8));
  }

  /** As {@link #open}, by the bearer of a token. */
  public static Response open(String requestId, String purpose, String token) {
    return post(
        "/v1/requests/" + requestId + "/personal-data/openings",
        "application/json",
        "{\"purpose\": \"%s\"}".formatted(purpose).getBytes(UTF_8),
        "Authorization",
        "Bearer " + token);
  }

  /** Opens the personal data of a request in an emergency. */
  static Response openInEmergency(String requestId, String token) {
    return RestAssured.given()
        .header("Authorization", "Bearer " + token)
        .post("/v1/requests/" + requestId + "/personal-data/emergency-openings");
  }

  /** The pointers of a problem's errors. */
  public static List<String> pointers(Response response) {
    return response.path("errors.pointer");
  }

  /** Status and type of a problem. */
  static String problem(Response response) {
    return response.statusCode() + " " + response.path("type");
  }

  /** Waits until intake knows that an agency has the first need of a request. */
  public static void assign(EventTopics topics, String requestId, String agency) {
    NeedRef need = firstNeed(requestId, 1);
    OpenedNeed opened = new OpenedNeed(need, new AgencyRef(agency, "Agency"), AT, null);
    topics.send(new CaseOpened(need.requestId(), "-", List.of(opened), AT, null));
    Await.until(() -> get("/v1/requests/" + requestId).<String>path("status").equals("assigned"));
  }

  /** A referral of the first need of a request: the name may be opened. */
  static Referral refer(String requestId, String to, Instant endsAt) {
    NeedRef need = firstNeed(requestId, 1);
    return new Referral(
        EventIds.next(),
        need.requestId(),
        need.needId(),
        need.need(),
        need.territory().code(),
        new AgencyRef("north", "Agency"),
        new AgencyRef(to, "Agency"),
        "advise",
        List.of("name"),
        endsAt,
        1);
  }

  /** Waits until intake knows that the agency declined the first need of a request. */
  static void decline(EventTopics topics, String requestId, String agency) {
    topics.send(
        new NeedDeclined(
            firstNeed(requestId, 2),
            new AgencyRef(agency, "Agency"),
            "no-capacity",
            AT,
            null,
            null));
    Await.until(() -> !get("/v1/requests/" + requestId).<String>path("status").equals("assigned"));
  }

  private static NeedRef firstNeed(String requestId, long version) {
    return new NeedRef(
        UUID.fromString(requestId),
        UUID.fromString(get("/v1/requests/" + requestId).path("needs[0].id")),
        "food",
        "hotline",
        new TerritoryRef("02701301", "Europe/Samara"),
        AT,
        version);
  }

  /** Waits until intake knows the codes that {@link Questionnaires} use. */
  public static void publishDirectory(EventTopics topics) {
    if (!get("/v1/needs").asString().contains("legal")) {
      topics.sendAll(
          List.of(
              new TerritoryPublished(
                  "02000000", "Область", "region", null, "Europe/Samara", AT, 1L, null),
              new TerritoryPublished(
                  "02701301", "Район", "district", "02000000", "Europe/Samara", AT, 1L, null),
              new TermPublished("situation", "lost-job", "Потеря работы", "Lost job", AT, 1L, null),
              new TermPublished(
                  "target-group", "disability", "Инвалидность", "Disability", AT, 1L, null),
              new TermPublished("need", "food", "Продукты", "Food", AT, 1L, null),
              new TermPublished("need", "legal", "Юрист", "Legal help", AT, 1L, null)));
      Await.until(() -> get("/v1/needs").asString().contains("legal"));
    }
  }
}
