package org.okno.intake.open311;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.okno.http.JsonBody;
import org.okno.http.Problem;
import org.okno.intake.channels.FormBody;

/**
 * The fields of a posted form, and its attributes. Nothing else is parsed: GeoReport knows no body
 * of XML, so that no hostile one is ever read.
 */
final class ServiceRequestForm {
  static final String MEDIA_TYPE = "application/x-www-form-urlencoded";

  private static final int MAX_BYTES = 64 * 1024;
  private static final Pattern ATTRIBUTE = Pattern.compile("attribute\\[([^\\]]*)](\\[])?");

  private final Map<String, List<String>> fields = new TreeMap<>();
  private final Map<String, List<String>> attributes = new TreeMap<>();

  private ServiceRequestForm() {}

  /**
   * Reads a body.
   *
   * @param contentType null where the request has none
   * @throws org.okno.http.ProblemException 400 where it is no form in UTF-8, 413 where it is longer
   *     than 64 KiB
   */
  static ServiceRequestForm read(@Nullable String contentType, InputStream body) {
    if (contentType == null
        || !contentType
            .toLowerCase(Locale.ROOT)
            .replaceFirst(";.*", "")
            .strip()
            .equals(MEDIA_TYPE)) {
      throw Problem.of(
              400,
              "malformed",
              "The body is not a form",
              "Send the fields of GeoReport as " + MEDIA_TYPE + ".")
          .asException();
    }
    ServiceRequestForm form = new ServiceRequestForm();
    FormBody.read(JsonBody.bytes(body, MAX_BYTES))
        .properties()
        .forEach(
            field -> {
              JsonNode value = field.getValue();
              if (value.isArray()) {
                value.forEach(one -> form.add(field.getKey(), one.textValue()));
              } else {
                form.add(field.getKey(), value.textValue());
              }
            });
    return form;
  }

  private void add(String name, String value) {
    Matcher attribute = ATTRIBUTE.matcher(name);
    if (attribute.matches()) {
      attributes.computeIfAbsent(attribute.group(1), code -> new ArrayList<>()).add(value);
    } else {
      fields.computeIfAbsent(name, field -> new ArrayList<>()).add(value);
    }
  }

  /** A field without blanks around it; null where it is missing or blank. */
  @Nullable String field(String name) {
    List<String> values = fields.getOrDefault(name, List.of());
    if (values.size() > 1) {
      throw Problem.invalid(name, "expected once").asException();
    }
    return values.isEmpty() || values.getFirst().isBlank() ? null : values.getFirst().strip();
  }

  /** The values of each attribute, without blank ones. */
  Map<String, List<String>> attributes() {
    Map<String, List<String>> given = new TreeMap<>();
    attributes.forEach(
        (code, values) -> {
          List<String> kept =
              values.stream().map(String::strip).filter(value -> !value.isEmpty()).toList();
          if (!kept.isEmpty()) {
            given.put(code, kept);
          }
        });
    return given;
  }

  /** Everything but the key, in one order: equal for the same form sent again. */
  String content() {
    Map<String, List<String>> content = new TreeMap<>(fields);
    content.remove("api_key");
    return content + " " + attributes;
  }

  // The words of a request are not written into a log.
  @Override
  public String toString() {
    return "ServiceRequestForm";
  }
}
