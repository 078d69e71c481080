package org.okno.intake.correction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.okno.contracts.Questionnaire;
import org.okno.intake.requests.StoredQuestionnaire;
import org.okno.intake.vault.PersonalData;

/**
 * A request as the questionnaire that would be posted for it now: what a patch is merged into. It
 * holds personal data and is never shown.
 */
final class PresentForm {
  private static final int VERSION = 2;
  private static final String NUMBER = "(-?[0-9.]+(?:E-?[0-9]+)?)";
  // As the vault writes an address with its point.
  private static final Pattern WITH_POINT =
      Pattern.compile("(.*) \\(" + NUMBER + ", " + NUMBER + "\\)", Pattern.DOTALL);
  private static final Pattern POINT = Pattern.compile("()" + NUMBER + ", " + NUMBER);

  private PresentForm() {}

  static JsonNode of(StoredQuestionnaire stored, PersonalData data) {
    Questionnaire questionnaire = stored.questionnaire();
    ObjectNode form = JsonNodeFactory.instance.objectNode();
    form.put("version", VERSION);
    form.put("channel", questionnaire.channel());
    form.put("requestedAt", questionnaire.requestedAt().toString());
    form.put("territory", questionnaire.territory().code());
    form.put("urgency", questionnaire.urgency());
    ArrayNode groups = form.putArray("targetGroups");
    questionnaire.targetGroups().forEach(groups::add);
    ArrayNode needs = form.putArray("needs");
    questionnaire
        .needs()
        .forEach(
            need -> {
              ObjectNode one = needs.addObject().put("need", need.need());
              put(one, "situation", need.situation());
            });
    applicant(form, data.applicant());
    boolean forSomebodyElse = !questionnaire.applicantId().equals(questionnaire.beneficiaryId());
    beneficiary(form, data.beneficiary(), forSomebodyElse);
    form.put("text", data.text());
    form.put("consent", stored.consent());
    return form;
  }

  private static void applicant(ObjectNode form, PersonalData.Applicant applicant) {
    ObjectNode person = form.putObject("applicant").put("name", applicant.name());
    put(person, "phone", applicant.phone());
    put(person, "email", applicant.email());
    PersonalData.Call call = applicant.call();
    if (call != null) {
      ObjectNode conversation = form.putObject("call");
      put(conversation, "operator", call.operator());
      put(conversation, "recording", call.recording());
    }
  }

  private static void beneficiary(
      ObjectNode form, PersonalData.Beneficiary beneficiary, boolean forSomebodyElse) {
    place(form, beneficiary.address());
    if (!forSomebodyElse) {
      return;
    }
    ObjectNode person = form.putObject("beneficiary").put("name", beneficiary.name());
    put(person, "phone", beneficiary.phone());
    put(
        person,
        "birthDate",
        beneficiary.birthDate() == null ? null : beneficiary.birthDate().toString());
    put(person, "address", beneficiary.homeAddress());
  }

  /** Where help is needed: an address, a point, or both in one text. */
  private static void place(ObjectNode form, @Nullable String place) {
    if (place == null) {
      return;
    }
    Matcher both = WITH_POINT.matcher(place);
    Matcher alone = POINT.matcher(place);
    if (both.matches()) {
      form.put("address", both.group(1));
      point(form, both);
    } else if (alone.matches()) {
      point(form, alone);
    } else {
      form.put("address", place);
    }
  }

  private static void point(ObjectNode form, Matcher found) {
    form.putObject("point")
        .put("lat", Double.parseDouble(found.group(2)))
        .put("lon", Double.parseDouble(found.group(3)));
  }

  private static void put(ObjectNode object, String name, @Nullable String text) {
    if (text != null) {
      object.put(name, text);
    }
  }
}
