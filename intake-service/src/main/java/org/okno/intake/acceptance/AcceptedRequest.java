package org.okno.intake.acceptance;

import java.time.Instant;
import java.util.UUID;

/**
 * What is answered to who posted a request: the same every time the same request is posted.
 *
 * @param receivedAt when Okno promised to keep it
 */
public record AcceptedRequest(
    UUID requestId, String trackingNumber, Instant receivedAt, Receipt receipt) {

  static AcceptedRequest of(
      UUID requestId, String trackingNumber, Instant receivedAt, Language language) {
    return new AcceptedRequest(
        requestId, trackingNumber, receivedAt, Receipt.of(trackingNumber, language));
  }

  /**
   * What is told or sent to the person who asked.
   *
   * @param number the tracking number
   * @param text a sentence to be read out or sent
   * @param track where to ask with the number, on this service
   */
  public record Receipt(String number, String text, String track) {

    private static Receipt of(String number, Language language) {
      String text =
          switch (language) {
            case RU ->
                "Ваше обращение принято. Его номер: "
                    + number
                    + ". По этому номеру можно узнать, что с ним происходит.";
            case EN ->
                "Your request has been received. Its number is "
                    + number
                    + ". With this number you can ask at any time what is being done about it.";
          };
      return new Receipt(number, text, "/v1/track/" + number);
    }
  }
}
