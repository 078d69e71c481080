package org.okno.intake.questionnaire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.okno.http.Problem;
import org.okno.http.ProblemException;
import org.okno.http.ProblemMappers;

/**
 * One JSON document in UTF-8, to the letter: no invalid bytes, no field twice, nothing behind it.
 */
public final class StrictJson {
  private static final ObjectReader READER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .readerFor(JsonNode.class);

  private StrictJson() {}

  /**
   * The document.
   *
   * @throws ProblemException 400 that says what kind of fault it is and where, without quoting it
   */
  public static JsonNode parse(byte[] body) {
    String text = decoded(body);
    if (text.isBlank()) {
      throw Problem.of(400, "malformed", "The body is empty", "Send one JSON document in UTF-8.")
          .asException();
    }
    try {
      return READER.readTree(text);
    } catch (MismatchedInputException e) {
      // Any tree fits: only something behind the document can be at odds.
      throw Problem.of(
              400,
              "malformed",
              "The body is more than one JSON document",
              "Send one JSON document in UTF-8, and nothing behind it.")
          .asException();
    } catch (JsonProcessingException e) {
      throw ProblemMappers.unreadable(e).asException();
    }
  }

  // Jackson would let a wrong byte inside a text pass as a replacement character.
  private static String decoded(byte[] body) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      throw Problem.of(
              400,
              "not-utf-8",
              "The body is not UTF-8",
              "Send the same document encoded in UTF-8; another encoding is not guessed.")
          .asException();
    }
  }
}
