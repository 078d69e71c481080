package org.okno.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Reads a request's body as JSON: at most so many bytes, valid UTF-8, one document, no field that
 * is unknown, no field twice.
 */
public final class JsonBody {
  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private JsonBody() {}

  /**
   * The body as a value of a type.
   *
   * @param maxBytes how long the body may be
   * @throws ProblemException 413 where it is longer, 400 where it is no JSON in UTF-8 or does not
   *     fit the type
   */
  public static <T> T read(InputStream body, int maxBytes, Class<T> type) {
    byte[] bytes;
    try {
      bytes = body.readNBytes(maxBytes + 1);
    } catch (IOException e) {
      throw malformed("The body ended early.").asException();
    }
    if (bytes.length > maxBytes) {
      throw Problem.of(413, "too-large", "The body is too large", "At most " + maxBytes + " bytes.")
          .asException();
    }
    requireUtf8(bytes);
    try {
      T value = STRICT.readValue(bytes, type);
      if (value == null || bytes.length == 0) {
        throw malformed("Send one JSON document in UTF-8.").asException();
      }
      return value;
    } catch (JsonProcessingException e) {
      throw ProblemMappers.unreadable(e).asException();
    } catch (IOException e) {
      throw malformed("Send one JSON document in UTF-8.").asException();
    }
  }

  private static void requireUtf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
    } catch (CharacterCodingException e) {
      throw malformed("Send one JSON document in UTF-8; this one is not.").asException();
    }
  }

  private static Problem malformed(String detail) {
    return Problem.of(400, "malformed", "The body is not JSON", detail);
  }
}
