package org.okno.intake.open311;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.okno.contracts.Actor;
import org.okno.http.Problem;
import org.okno.http.Problem.FieldError;
import org.okno.identity.Role;
import org.okno.identity.Rows;
import org.okno.intake.acceptance.AcceptQuestionnaire;
import org.okno.intake.acceptance.Sender;
import org.okno.intake.channels.CheckChannelKey.ValidKey;
import org.okno.intake.directory.Directory;
import org.okno.intake.directory.Directory.Axis;

/** Makes a questionnaire of a posted form, and has it accepted like any other. */
@Singleton
class ServiceRequests {
  static final String CHANNEL = "open311";

  private static final int MAX_DESCRIPTION = 4_000;
  private static final int MAX_URL = 2_000;

  private final AcceptQuestionnaire acceptQuestionnaire;
  private final Clock clock;

  ServiceRequests(AcceptQuestionnaire acceptQuestionnaire, Clock clock) {
    this.acceptQuestionnaire = acceptQuestionnaire;
    this.clock = clock;
  }

  /**
   * Accepts a form and returns the tracking number.
   *
   * @throws org.okno.http.ProblemException 404 for an unknown service, 400 for anything else that
   *     is not valid, 503 where it cannot be committed now
   */
  String accept(
      ServiceRequestForm form,
      @Nullable String idempotencyKey,
      ValidKey key,
      Directory directory,
      Locale language) {
    ObjectNode questionnaire = questionnaire(form, directory, language);
    Sender sender =
        new Sender(
            new Actor("channel-key:" + key.id(), Role.CHANNEL.code()),
            new Rows.OfChannel(CHANNEL),
            language);
    return acceptQuestionnaire
        .accept(questionnaire, idempotencyKey == null ? ofToday(form) : idempotencyKey, sender)
        .request()
        .trackingNumber();
  }

  private static ObjectNode questionnaire(
      ServiceRequestForm form, Directory directory, Locale language) {
    List<FieldError> errors = new ArrayList<>();
    String service = service(form, directory);
    ObjectNode questionnaire = JsonNodeFactory.instance.objectNode().put("channel", CHANNEL);
    questionnaire.putArray("needs").addObject().put("need", service);
    put(questionnaire.putObject("applicant"), form);
    place(questionnaire, form, errors);
    questionnaire.put("text", text(form, errors, language));
    ServiceAttributes.read(form.attributes(), questionnaire, errors);
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors).asException();
    }
    return questionnaire;
  }

  private static String service(ServiceRequestForm form, Directory directory) {
    String service = form.field("service_code");
    if (service == null) {
      throw Problem.invalid("service_code", "is missing").asException();
    }
    if (!directory.hasTerm(Axis.NEED, service)) {
      throw Problem.notFound("There is no service with this service_code.").asException();
    }
    return service;
  }

  private static void put(ObjectNode applicant, ServiceRequestForm form) {
    String name =
        Stream.of(form.field("last_name"), form.field("first_name"))
            .filter(part -> part != null)
            .collect(Collectors.joining(" "));
    applicant.put("name", name.isEmpty() ? "Имя не указано" : name);
    String phone = form.field("phone");
    if (phone != null) {
      applicant.put("phone", phone);
    }
    String email = form.field("email");
    if (email != null) {
      applicant.put("email", email);
    }
  }

  private static void place(
      ObjectNode questionnaire, ServiceRequestForm form, List<FieldError> errors) {
    String address = form.field("address_string");
    String lat = form.field("lat");
    String lon = form.field("long");
    if (address != null) {
      questionnaire.put("address", address);
    }
    if (lat != null || lon != null) {
      ObjectNode point = questionnaire.putObject("point");
      degrees(point, "lat", "lat", lat, 90, errors);
      degrees(point, "lon", "long", lon, 180, errors);
    } else if (address == null) {
      errors.add(
          new FieldError(
              "lat", "expected lat and long, or address_string; there are no address ids here"));
    }
  }

  private static void degrees(
      ObjectNode point,
      String name,
      String field,
      @Nullable String written,
      int limit,
      List<FieldError> errors) {
    try {
      double degrees = written == null ? Double.NaN : Double.parseDouble(written);
      if (Math.abs(degrees) <= limit) {
        point.put(name, degrees);
        return;
      }
    } catch (NumberFormatException e) {
      // The same error.
    }
    errors.add(new FieldError(field, "expected degrees, -" + limit + " to " + limit));
  }

  private static String text(ServiceRequestForm form, List<FieldError> errors, Locale language) {
    String description = form.field("description");
    if (description != null
        && description.codePointCount(0, description.length()) > MAX_DESCRIPTION) {
      errors.add(
          new FieldError("description", "is longer than " + MAX_DESCRIPTION + " characters"));
    }
    String media = form.field("media_url");
    if (media != null && media.length() > MAX_URL) {
      errors.add(new FieldError("media_url", "is longer than " + MAX_URL + " characters"));
    }
    String none = language.getLanguage().equals("en") ? "No description." : "Без описания.";
    return (description == null ? none : description) + (media == null ? "" : "\n" + media);
  }

  /**
   * GeoReport has no id by which a retry is recognized: the same form on the same day (UTC) is the
   * same request.
   */
  private String ofToday(ServiceRequestForm form) {
    String content = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) + " " + form.content();
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return "form-"
          + HexFormat.of().formatHex(sha256.digest(content.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
