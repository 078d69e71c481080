package org.okno.intake.questionnaire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is written in an object of a questionnaire.
 *
 * @param pointer of the object
 * @param object clean; fields may be of any kind where the schema was broken
 * @param errors fields that have one are read as absent
 */
record Answers(String pointer, JsonNode object, ValidationErrors errors) {

  /** The pointer of a field. */
  String at(String name) {
    return pointer + "/" + name;
  }

  /** A text; null where it is absent or not valid. */
  @Nullable String text(String name) {
    JsonNode node = object.path(name);
    return node.isTextual() && isValid(at(name)) ? node.textValue() : null;
  }

  /** A number that is there and valid. */
  double number(String name) {
    return object.path(name).doubleValue();
  }

  /** Whether a field is there, valid or not. */
  boolean has(String name) {
    return object.has(name);
  }

  /** Puts another form of a valid text in its place. */
  void replace(String name, String text) {
    ((ObjectNode) object).put(name, text);
  }

  /** An object; null where it is absent or none. */
  @Nullable Answers object(String name) {
    JsonNode node = object.path(name);
    return node.isObject() ? new Answers(at(name), node, errors) : null;
  }

  /** The objects of an array; one that is no object is left out. */
  List<Answers> objects(String name) {
    JsonNode array = object.path(name);
    List<Answers> objects = new ArrayList<>(array.size());
    for (int i = 0; isValid(at(name)) && i < array.size(); i++) {
      if (array.get(i).isObject()) {
        objects.add(new Answers(at(name) + "/" + i, array.get(i), errors));
      }
    }
    return objects;
  }

  /** The valid texts of an array. */
  List<Element> texts(String name) {
    JsonNode array = object.path(name);
    List<Element> texts = new ArrayList<>(array.size());
    for (int i = 0; isValid(at(name)) && i < array.size(); i++) {
      String element = at(name) + "/" + i;
      if (array.get(i).isTextual() && isValid(element)) {
        texts.add(new Element(element, array.get(i).textValue()));
      }
    }
    return texts;
  }

  /** A text in an array. */
  record Element(String pointer, String text) {}

  private boolean isValid(String field) {
    return errors.isEmpty() || !errors.has(field);
  }
}
