package org.okno.intake.acceptance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.okno.contracts.NeedSuggestion;
import org.okno.contracts.RequestedNeed;

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
        Receipt receipt,
    @Schema(
            description =
                "The needs that were recognized in the text; absent where the request named needs,"
                    + " empty where none was clear and a dispatcher decides")
        @Nullable List<RecognizedNeed> recognizedNeeds) {

  /**
   * @param needs as they were stored
   */
  static AcceptedRequest of(
      UUID requestId,
      String trackingNumber,
      Instant receivedAt,
      Locale language,
      List<RequestedNeed> needs) {
    return new AcceptedRequest(
        requestId,
        trackingNumber,
        receivedAt,
        Receipt.of(trackingNumber, language),
        recognized(needs));
  }

  private static @Nullable List<RecognizedNeed> recognized(List<RequestedNeed> needs) {
    if (needs.stream().allMatch(need -> need.suggestion() == null)) {
      return null;
    }
    List<RecognizedNeed> recognized = new ArrayList<>();
    for (RequestedNeed need : needs) {
      NeedSuggestion suggestion = need.suggestion();
      Double confidence = suggestion == null ? null : suggestion.confidence();
      if (confidence != null) {
        recognized.add(new RecognizedNeed(need.need(), confidence));
      }
    }
    return recognized;
  }

  /** A need that was recognized in the text. */
  @Schema(description = "A need that was recognized in the text")
  public record RecognizedNeed(
      @Schema(
              description = "What is needed. Codes: GET /v1/needs",
              required = true,
              examples = "food")
          String need,
      @Schema(
              description = "How often such a suggestion is right",
              required = true,
              minimum = "0",
              maximum = "1",
              examples = "0.93")
          double confidence) {}

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
