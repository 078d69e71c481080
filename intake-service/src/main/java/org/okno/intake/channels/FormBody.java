package org.okno.intake.channels;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.okno.http.Problem;
import org.okno.http.ProblemException;

/**
 * Reads a form as browsers send it ({@code application/x-www-form-urlencoded}, WHATWG URL): an
 * object with a text for each field, an array of texts for a field that is sent several times.
 */
public final class FormBody {
  private static final int MAX_FIELDS = 1_000;

  private final byte[] body;
  private final ObjectNode form = JsonNodeFactory.instance.objectNode();
  private int position;
  private int fields;

  private FormBody(byte[] body) {
    this.body = body;
  }

  /**
   * The fields of a form; one without a value is left out.
   *
   * @throws ProblemException 400 where an escape is broken, the text is not UTF-8, or the fields
   *     are too many
   */
  public static JsonNode read(byte[] body) {
    FormBody reading = new FormBody(body);
    while (reading.position < body.length) {
      reading.field();
    }
    if (reading.fields == 0) {
      throw malformed("The body is empty. Send the form's fields, such as name=value&other=value.");
    }
    return reading.form;
  }

  private void field() {
    String name = part(true);
    boolean hasValue = position > 0 && position <= body.length && body[position - 1] == '=';
    String value = hasValue ? part(false) : "";
    if (name.isEmpty() && value.isEmpty()) {
      return;
    }
    if (++fields > MAX_FIELDS) {
      throw malformed("The form has more than " + MAX_FIELDS + " fields.");
    }
    if (!value.isEmpty()) {
      put(name, value);
    }
  }

  private void put(String name, String value) {
    JsonNode before = form.get(name);
    switch (before) {
      case null -> form.put(name, value);
      case ArrayNode several -> several.add(value);
      default ->
          form.set(
              name, JsonNodeFactory.instance.arrayNode().add(before).add(TextNode.valueOf(value)));
    }
  }

  /** Up to the next {@code &}, or {@code =} behind a name, which is passed over. */
  private String part(boolean isName) {
    ByteArrayOutputStream part = new ByteArrayOutputStream();
    while (position < body.length) {
      byte one = body[position++];
      if (one == '&' || isName && one == '=') {
        return decoded(part);
      }
      part.write(
          switch (one) {
            case '+' -> ' ';
            case '%' -> escaped();
            default -> one;
          });
    }
    position = body.length;
    return decoded(part);
  }

  private int escaped() {
    int high = position < body.length ? Character.digit(body[position], 16) : -1;
    int low = position + 1 < body.length ? Character.digit(body[position + 1], 16) : -1;
    if (high < 0 || low < 0) {
      throw malformed("An escape is broken: after % come two hexadecimal digits.");
    }
    position += 2;
    return high * 16 + low;
  }

  private static String decoded(ByteArrayOutputStream part) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(part.toByteArray()))
          .toString();
    } catch (CharacterCodingException e) {
      throw Problem.of(
              400,
              "not-utf-8",
              "The body is not UTF-8",
              "Send the same form encoded in UTF-8; another encoding is not guessed.")
          .asException();
    }
  }

  private static ProblemException malformed(String detail) {
    return Problem.of(400, "malformed", "The body is not a form", detail).asException();
  }
}
