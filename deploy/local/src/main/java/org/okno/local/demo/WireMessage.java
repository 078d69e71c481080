package org.okno.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the software of a channel really sends when somebody asks for help. */
@SuppressWarnings("ArrayRecordComponent") // only passed on, never compared
record WireMessage(String mediaType, byte[] body) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final DateTimeFormatter RUSSIAN =
      DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm xxx").withZone(ZoneOffset.ofHours(5));

  /** The message of a valid post; null where the channel sends questionnaires. */
  static @Nullable WireMessage of(PlannedPost post) {
    if (post instanceof PlannedPost.Invalid) {
      return null;
    }
    JsonNode form = JSON.valueToTree(post.body());
    return switch (post.channel()) {
      case "hotline" -> json(hotline(form));
      case "egov" -> json(egov(form));
      case "citizen-109" -> json(citizen109(form));
      case "web" -> web(form);
      default -> null;
    };
  }

  private static ObjectNode hotline(JsonNode form) {
    ObjectNode message = JSON.createObjectNode();
    ObjectNode call = message.putObject("call");
    set(call, "id", form.path("externalId"));
    set(call, "from", form.at("/applicant/phone"));
    set(call, "startedAt", form.path("requestedAt"));
    call.put("agent", "operator-17").put("recording", "rec/" + form.path("externalId").asText());
    ObjectNode filled = message.putObject("form");
    set(filled, "callerName", form.at("/applicant/name"));
    set(filled, "district", form.path("territory"));
    set(filled, "address", form.path("address"));
    if (form.has("beneficiary")) {
      set(filled, "forWhom", form.path("beneficiary"));
    }
    set(filled, "groups", form.path("targetGroups"));
    filled.put("urgent", form.path("urgency").asText().equals("urgent"));
    form.path("needs")
        .forEach(need -> filled.withArray("topics").addObject().set("code", need.path("need")));
    set(filled, "summary", form.path("text"));
    filled.put("consent", form.path("consent").asBoolean() ? "yes" : "no");
    return message;
  }

  private static ObjectNode egov(JsonNode form) {
    ObjectNode message = JSON.createObjectNode();
    ObjectNode application = message.putObject("application");
    set(application, "number", form.path("externalId"));
    set(application, "submittedAt", form.path("requestedAt"));
    set(application, "territory", form.path("territory"));
    set(application, "address", form.path("address"));
    form.path("needs").forEach(need -> application.withArray("services").add(need.path("need")));
    set(application, "description", form.path("text"));
    set(application, "consent", form.path("consent"));
    ObjectNode applicant = message.putObject("applicant");
    String[] name = form.at("/applicant/name").asText().split(" ", 2);
    applicant.put("lastName", name[0]).put("firstName", name[name.length - 1]);
    set(applicant, "phone", form.at("/applicant/phone"));
    set(applicant, "categories", form.path("targetGroups"));
    return message;
  }

  private static ObjectNode citizen109(JsonNode form) {
    ObjectNode message = JSON.createObjectNode();
    set(message, "ticketId", form.path("externalId"));
    message.put("created", RUSSIAN.format(Instant.parse(form.path("requestedAt").asText())));
    set(message, "kato", form.path("territory"));
    set(message, "category", form.at("/needs/0/need"));
    message.put(
        "priority",
        1
            + List.of("emergency", "urgent", "normal", "planned")
                .indexOf(form.path("urgency").asText()));
    ObjectNode citizen = message.putObject("citizen");
    set(citizen, "fullName", form.at("/applicant/name"));
    set(citizen, "phone", form.at("/applicant/phone"));
    set(citizen, "agreed", form.path("consent"));
    set(message.putObject("place"), "address", form.path("address"));
    set(message, "content", form.path("text"));
    return message;
  }

  private static WireMessage web(JsonNode form) {
    List<String> fields = new ArrayList<>();
    add(fields, "id", form.path("externalId"));
    add(fields, "name", form.at("/applicant/name"));
    add(fields, "phone", form.at("/applicant/phone"));
    add(fields, "district", form.path("territory"));
    add(fields, "address", form.path("address"));
    form.path("needs").forEach(need -> add(fields, "need", need.path("need")));
    form.path("targetGroups").forEach(group -> add(fields, "group", group));
    add(fields, "text", form.path("text"));
    fields.add("agree=on");
    return new WireMessage(
        "application/x-www-form-urlencoded", String.join("&", fields).getBytes(UTF_8));
  }

  /** As software does that leaves out what nobody filled in. */
  private static void set(ObjectNode object, String name, JsonNode value) {
    if (!value.isMissingNode()) {
      object.set(name, value);
    }
  }

  private static void add(List<String> fields, String name, JsonNode value) {
    fields.add(name + "=" + URLEncoder.encode(value.asText(), UTF_8));
  }

  private static WireMessage json(ObjectNode message) {
    return new WireMessage("application/json", message.toString().getBytes(UTF_8));
  }
}
