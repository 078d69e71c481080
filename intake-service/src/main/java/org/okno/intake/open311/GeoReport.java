package org.okno.intake.open311;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.okno.contracts.NeedStatus;
import org.okno.contracts.RequestStatus;
import org.okno.intake.directory.Directory;
import org.okno.intake.directory.Directory.Axis;
import org.okno.intake.directory.Directory.Term;
import org.okno.intake.open311.ServiceRequestRepository.RequestRow;
import org.okno.intake.open311.ServiceRequestRepository.UpdateRow;

/**
 * Writes the documents of GeoReport v2. A request's words, address, point and persons are sealed:
 * those fields are there and empty.
 */
final class GeoReport {
  private static final String SPECIFICATION = "http://wiki.open311.org/GeoReport_v2";
  private static final List<String> SEALED =
      List.of("description", "address", "address_id", "zipcode", "lat", "long", "media_url");

  private final Directory directory;
  private final Locale language;

  GeoReport(Directory directory, Locale language) {
    this.directory = directory;
    this.language = language;
  }

  static JsonNode discovery(Open311Settings settings, String url) {
    ObjectNode discovery =
        object()
            .put("changeset", settings.changeset())
            .put("contact", settings.contact())
            .put("key_service", settings.keyService());
    ObjectNode endpoint =
        discovery
            .putArray("endpoints")
            .addObject()
            .put("specification", SPECIFICATION)
            .put("url", url)
            .put("changeset", settings.changeset())
            .put("type", "production");
    endpoint.putArray("formats").add(Format.XML.mediaType()).add(Format.JSON.mediaType());
    return discovery;
  }

  JsonNode services() {
    ArrayNode services = JsonNodeFactory.instance.arrayNode();
    for (Term need : directory.terms(Axis.NEED)) {
      services
          .addObject()
          .put("service_code", need.code())
          .put("service_name", name(need))
          .put("description", name(need))
          .put("metadata", true)
          .put("type", "realtime")
          .putNull("keywords")
          .putNull("group");
    }
    return services;
  }

  JsonNode definition(String code) {
    ObjectNode definition = object().put("service_code", code);
    ServiceAttributes.describe(directory, language, definition.putArray("attributes"));
    return definition;
  }

  JsonNode created(String number) {
    ArrayNode requests = JsonNodeFactory.instance.arrayNode();
    requests
        .addObject()
        .put("service_request_id", number)
        .put("service_notice", StatusNotes.of(RequestStatus.RECEIVED, language))
        .putNull("account_id");
    return requests;
  }

  static JsonNode token(String number) {
    ArrayNode requests = JsonNodeFactory.instance.arrayNode();
    requests.addObject().put("service_request_id", number).put("token", number);
    return requests;
  }

  JsonNode requests(List<RequestRow> rows) {
    ArrayNode requests = JsonNodeFactory.instance.arrayNode();
    rows.forEach(row -> requests.add(request(row)));
    return requests;
  }

  private ObjectNode request(RequestRow row) {
    RequestStatus status =
        RequestStatus.of(row.needStatuses().stream().map(NeedStatus::ofCode).toList());
    String service = row.service();
    Instant changed = row.changedAt();
    ObjectNode request =
        object()
            .put("service_request_id", row.trackingNumber())
            .put("status", status == RequestStatus.SETTLED ? "closed" : "open")
            .put("status_notes", StatusNotes.of(status, language))
            .put("service_name", serviceName(service))
            .put("service_code", service)
            .put(
                "agency_responsible",
                row.agencies().isEmpty() ? null : String.join(", ", row.agencies()))
            .putNull("service_notice")
            .put("requested_datetime", time(row.requestedAt()))
            .put("updated_datetime", time(changed == null ? row.receivedAt() : changed))
            .putNull("expected_datetime");
    SEALED.forEach(request::putNull);
    return request;
  }

  JsonNode updates(List<UpdateRow> rows) {
    ArrayNode updates = JsonNodeFactory.instance.arrayNode();
    for (UpdateRow row : rows) {
      NeedStatus status = NeedStatus.ofCode(row.status());
      Long version = row.version();
      updates
          .addObject()
          .put("update_id", row.needId() + "-" + (version == null ? 0 : version))
          .put("service_request_id", row.trackingNumber())
          .put("status", status.isSettled() ? "closed" : "open")
          .put("updated_datetime", time(row.since()))
          .put("description", StatusNotes.of(status, row.agency(), language))
          .putNull("media_url");
    }
    return updates;
  }

  private String serviceName(String code) {
    return Stream.of(code)
        .flatMap(one -> directory.terms(Axis.NEED).stream().filter(t -> t.code().equals(one)))
        .map(this::name)
        .findFirst()
        .orElse(code);
  }

  private String name(Term term) {
    return language.getLanguage().equals("en") ? term.nameEn() : term.nameRu();
  }

  private static String time(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
