package org.okno.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
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

  /** How much of a body that is too long is still read, in bytes. */
  private static final long DRAINED = 32L << 20;

  private JsonBody() {}

  /**
   * The body as a value of a type.
   *
   * @param maxBytes how long the body may be
   * @throws ProblemException 413 where it is longer, 400 where it is no JSON in UTF-8 or does not
   *     fit the type
   */
  public static <T> T read(InputStream body, int maxBytes, Class<T> type) {
    return read(bytes(body, maxBytes), type);
  }

  /**
   * The body as it is.
   *
   * @param maxBytes how long the body may be
   * @throws ProblemException 413 where it is longer, 400 where it ends early
   */
  public static byte[] bytes(InputStream body, int maxBytes) {
    try {
      byte[] bytes = body.readNBytes(maxBytes + 1);
      if (bytes.length > maxBytes) {
        // A client that is still sending reads no response: it would see a broken connection.
        body.skip(DRAINED);
        throw tooLarge(maxBytes);
      }
      return bytes;
    } catch (IOException e) {
      throw Problem.of(400, "malformed", "The body is not whole", "The body ended early.")
          .asException();
    }
  }

  /**
   * The body as a value of a type.
   *
   * @throws ProblemException 400 where it is no JSON in UTF-8 or does not fit the type
   */
  public static <T> T read(byte[] body, Class<T> type) {
    try {
      T value = STRICT.treeToValue(document(decoded(body)), type);
      if (value == null) {
        throw malformed("Send one JSON document in UTF-8, and not null.");
      }
      return value;
    } catch (JsonProcessingException e) {
      throw ProblemMappers.unreadable(e).asException();
    }
  }

  /** 413 for a body that is longer than this. */
  public static ProblemException tooLarge(int maxBytes) {
    return Problem.of(
            413, "too-large", "The body is too large", "Send at most " + maxBytes + " bytes.")
        .asException();
  }

  private static JsonNode document(String text) throws JsonProcessingException {
    if (text.isBlank()) {
      throw malformed("The body is empty. Send one JSON document in UTF-8.");
    }
    try {
      return STRICT.readTree(text);
    } catch (MismatchedInputException e) { // any tree fits: only what follows it can mismatch
      throw malformed("Send one JSON document in UTF-8, and nothing after it.");
    }
  }

  /**
   * The body as text. Jackson would replace an invalid byte inside a text, and guess another
   * encoding. Some editors begin a file with a byte-order mark.
   *
   * @throws ProblemException 400 where it is not UTF-8
   */
  public static String decoded(byte[] body) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw Problem.of(
              400,
              "not-utf-8",
              "The body is not UTF-8",
              "Send the same document encoded in UTF-8; another encoding is not guessed.")
          .asException();
    }
  }

  private static ProblemException malformed(String detail) {
    return Problem.of(400, "malformed", "The body is not JSON", detail).asException();
  }
}
