package org.okno.intake.channels;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import org.okno.contracts.Codes;
import org.okno.http.JsonBody;

/** What a message looks like on the wire. Each is read as a JSON document, which is mapped. */
public enum WireFormat {
  JSON("application/json") {
    @Override
    JsonNode read(byte[] message) {
      return JsonBody.read(message, JsonNode.class);
    }
  },
  FORM("application/x-www-form-urlencoded") {
    @Override
    JsonNode read(byte[] message) {
      return FormBody.read(message);
    }
  };

  private final String mediaType;

  WireFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  @JsonValue
  public String code() {
    return Codes.of(this);
  }

  /** The media type of its messages. */
  public String mediaType() {
    return mediaType;
  }

  /**
   * The message as a document.
   *
   * @throws org.okno.http.ProblemException 400 where it is not of this format, or not UTF-8
   */
  abstract JsonNode read(byte[] message);
}
