package org.okno.intake.open311;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.okno.http.Problem.FieldError;
import org.okno.intake.directory.Directory;
import org.okno.intake.directory.Directory.Axis;
import org.okno.intake.directory.Directory.Term;

/**
 * The attributes that every service has, all optional: the consent, the life situation, the target
 * groups.
 */
final class ServiceAttributes {
  static final String CONSENT = "consent";
  static final String SITUATION = "situation";
  static final String TARGET_GROUP = "target_group";

  private ServiceAttributes() {}

  static void describe(Directory directory, Locale language, ArrayNode attributes) {
    boolean english = language.getLanguage().equals("en");
    ArrayNode consent =
        attribute(
            attributes,
            CONSENT,
            "singlevaluelist",
            english
                ? "The person agrees that agencies receive the data; without an answer: no"
                : "Согласие на передачу данных организациям; без ответа: нет");
    consent.addObject().put("key", "true").put("name", english ? "Yes" : "Да");
    consent.addObject().put("key", "false").put("name", english ? "No" : "Нет");
    terms(
        attribute(
            attributes,
            SITUATION,
            "singlevaluelist",
            english ? "Life situation" : "Жизненная ситуация"),
        directory.terms(Axis.SITUATION),
        english);
    terms(
        attribute(
            attributes,
            TARGET_GROUP,
            "multivaluelist",
            english ? "Groups the person belongs to" : "К каким группам относится человек"),
        directory.terms(Axis.TARGET_GROUP),
        english);
  }

  private static ArrayNode attribute(
      ArrayNode attributes, String code, String datatype, String description) {
    return attributes
        .addObject()
        .put("variable", true)
        .put("code", code)
        .put("datatype", datatype)
        .put("required", false)
        .putNull("datatype_description")
        .put("order", attributes.size())
        .put("description", description)
        .putArray("values");
  }

  private static void terms(ArrayNode values, List<Term> terms, boolean english) {
    for (Term term : terms) {
      values
          .addObject()
          .put("key", term.code())
          .put("name", english ? term.nameEn() : term.nameRu());
    }
  }

  /**
   * Puts given attributes into a questionnaire that has one need. Codes are checked with the
   * questionnaire.
   */
  static void read(
      Map<String, List<String>> given, ObjectNode questionnaire, List<FieldError> errors) {
    questionnaire.put("consent", false);
    given.forEach(
        (code, values) -> {
          String pointer = "attribute[" + FieldError.part(code) + "]";
          if (!code.equals(TARGET_GROUP) && values.size() > 1) {
            errors.add(new FieldError(pointer, "expected once"));
            return;
          }
          switch (code) {
            case CONSENT -> {
              boolean valid = values.getFirst().matches("true|false");
              if (valid) {
                questionnaire.put("consent", values.getFirst().equals("true"));
              } else {
                errors.add(new FieldError(pointer, "expected true or false"));
              }
            }
            case SITUATION ->
                ((ObjectNode) questionnaire.at("/needs/0")).put("situation", values.getFirst());
            case TARGET_GROUP -> {
              ArrayNode groups = questionnaire.putArray("targetGroups");
              values.stream().distinct().forEach(groups::add);
            }
            default ->
                errors.add(
                    new FieldError(pointer, "unknown; the service's definition lists attributes"));
          }
        });
  }
}
