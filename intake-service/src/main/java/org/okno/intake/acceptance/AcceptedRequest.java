package org.okno.intake.acceptance;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The response to a request that Okno keeps: the same every time the same request is posted. */
@Schema(description = "The confirmation that Okno keeps a request")
public record AcceptedRequest(
    @Schema(description = "Id of the request", required = true) UUID requestId,
    @Schema(
            description = "The number that people are told",
            required = true,
            examples = "7K3M-90QX-4T")
        String trackingNumber,
    @Schema(description = "Since when Okno keeps it", required = true) Instant receivedAt,
    @Schema(description = "What to tell or send to the person who asked", required = true)
        Receipt receipt) {

  static AcceptedRequest of(
      UUID requestId, String trackingNumber, Instant receivedAt, Locale language) {
    return new AcceptedRequest(
        requestId, trackingNumber, receivedAt, Receipt.of(trackingNumber, language));
  }

  /** What is told or sent to the person who asked. */
  @Schema(description = "What to tell or send to the person who asked")
  public record Receipt(
      @Schema(description = "The tracking number", required = true, examples = "7K3M-90QX-4T")
          String number,
      @Schema(
              description = "A text to be read out or sent, in the language of the first post",
              required = true,
              examples = "Your request has been received. Its number is 7K3M-90QX-4T.")
          String text,
      @Schema(
              description = "Where its status is, on this service",
              required = true,
              examples = "/v1/track/7K3M-90QX-4T")
          String track) {

    private static Receipt of(String number, Locale language) {
      String text =
          switch (language.getLanguage()) {
            case "kk" ->
                "Өтінішіңіз қабылданды. Оның нөмірі: "
                    + number
                    + ". Осы нөмір арқылы өтінішіңіздің қалай қаралып жатқанын біле аласыз.";
            case "en" ->
                "Your request has been received. Its number is "
                    + number
                    + ". With this number you can ask at any time what is being done about it.";
            default ->
                "Ваше обращение принято. Его номер: "
                    + number
                    + ". По этому номеру можно узнать, что с ним происходит.";
          };
      return new Receipt(number, text, "/v1/track/" + number);
    }
  }
}
