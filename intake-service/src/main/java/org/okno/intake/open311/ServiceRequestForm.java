package org.okno.intake.open311;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
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

/**
 * The fields of a posted form, and its attributes. Nothing else is parsed: GeoReport knows no body
 * of XML, so that no hostile one is ever read.
 */
final class ServiceRequestForm {
  static final String MEDIA_TYPE = "application/x-www-form-urlencoded";

  private static final int MAX_BYTES = 64 * 1024;
  private static final int MAX_FIELDS = 200;
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
      throw malformed("Send the fields of GeoReport as " + MEDIA_TYPE + ".");
    }
    ServiceRequestForm form = new ServiceRequestForm();
    String text = text(body);
    String[] pairs = text.isEmpty() ? new String[0] : text.split("&");
    if (pairs.length > MAX_FIELDS) {
      throw malformed("Send at most " + MAX_FIELDS + " fields.");
    }
    for (String pair : pairs) {
      int equals = pair.indexOf('=');
      String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
      form.add(name, equals < 0 ? "" : decoded(pair.substring(equals + 1)));
    }
    return form;
  }

  private static String text(InputStream body) {
    try {
      byte[] bytes = body.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw JsonBody.tooLarge(MAX_BYTES);
      }
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw malformed("Send the form in UTF-8.");
    } catch (IOException e) {
      throw malformed("The body ended early.");
    }
  }

  private static String decoded(String part) {
    try {
      // Latin-1 keeps each byte; then a byte that is no UTF-8 is an error, and no question mark.
      String bytes = URLDecoder.decode(part, java.nio.charset.StandardCharsets.ISO_8859_1);
      boolean isAscii = part.chars().allMatch(c -> c < 128);
      return isAscii
          ? UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(bytes.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1)))
              .toString()
          : URLDecoder.decode(part, UTF_8);
    } catch (CharacterCodingException | IllegalArgumentException e) {
      throw malformed("An escape of the form is no character in UTF-8.");
    }
  }

  private void add(String name, String value) {
    Matcher attribute = ATTRIBUTE.matcher(name);
    if (attribute.matches()) {
      attributes.computeIfAbsent(attribute.group(1), code -> new ArrayList<>()).add(value);
    } else {
      fields.computeIfAbsent(name, field -> new ArrayList<>()).add(value);
    }
  }

  private static RuntimeException malformed(String detail) {
    return Problem.of(400, "malformed", "The body is no form", detail).asException();
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
