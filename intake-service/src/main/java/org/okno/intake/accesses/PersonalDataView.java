package org.okno.intake.accesses;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.okno.intake.accesses.SealedRequest.SealedFeedback;
import org.okno.intake.suggestion.ExplainedNeed;
import org.okno.intake.vault.OpenSealed;
import org.okno.intake.vault.PersonalData;

/**
 * What a request says about persons; a part whose key was destroyed has only its state, and what
 * the caller may not open is absent.
 */
@Schema(name = "PersonalData", description = "What a request says about persons")
record PersonalDataView(
    @Schema(description = "Id of the access, as the access journal has it", required = true)
        UUID accessId,
    @Schema(description = "Who asked", required = true) ApplicantPart applicant,
    @Schema(description = "Who needs help", required = true) BeneficiaryPart beneficiary,
    @Schema(description = "The request in the person's own words", required = true) TextPart text,
    @Schema(
            description =
                "The needs that were recognized in the text, most likely first; empty where they were"
                    + " named, or the text was erased or may not be opened",
            required = true)
        List<ExplainedNeed> recognizedNeeds,
    @Schema(
            description =
                "What the person said when the request was settled, oldest first; none where the"
                    + " text may not be opened",
            required = true)
        List<FeedbackPart> feedback) {

  static PersonalDataView of(
      UUID accessId,
      OpenSealed.Opened opened,
      List<ExplainedNeed> recognized,
      List<FeedbackPart> feedback,
      Set<Part> parts) {
    boolean withText = parts.contains(Part.TEXT);
    return new PersonalDataView(
        accessId,
        new ApplicantPart(
            state(opened.applicant()),
            opened.applicant().map(one -> shown(one, parts)).orElse(null)),
        new BeneficiaryPart(
            state(opened.beneficiary()),
            opened.beneficiary().map(one -> shown(one, parts)).orElse(null)),
        withText
            ? new TextPart(state(opened.text()), opened.text().orElse(null))
            : new TextPart("closed", null),
        withText ? recognized : List.of(),
        withText ? feedback : List.of());
  }

  private static PersonalData.Applicant shown(PersonalData.Applicant whole, Set<Part> parts) {
    return new PersonalData.Applicant(
        only(Part.NAME, parts, whole.name()),
        only(Part.PHONE, parts, whole.phone()),
        only(Part.PHONE, parts, whole.email()),
        only(Part.REST, parts, whole.call()));
  }

  private static PersonalData.Beneficiary shown(PersonalData.Beneficiary whole, Set<Part> parts) {
    return new PersonalData.Beneficiary(
        only(Part.NAME, parts, whole.name()),
        only(Part.PHONE, parts, whole.phone()),
        only(Part.REST, parts, whole.birthDate()),
        only(Part.ADDRESS, parts, whole.address()),
        only(Part.ADDRESS, parts, whole.homeAddress()));
  }

  private static <T> @Nullable T only(Part part, Set<Part> parts, @Nullable T value) {
    return parts.contains(part) ? value : null;
  }

  private static String state(Optional<?> part) {
    return part.isPresent() ? "open" : "erased";
  }

  /** Who asked. */
  @Schema(description = "Who asked; only the state where it was erased")
  record ApplicantPart(
      @Schema(
              description = "Whether it can still be read",
              required = true,
              enumeration = {"open", "erased"},
              examples = "open")
          String state,
      @JsonUnwrapped PersonalData.@Nullable Applicant applicant) {}

  /** Who needs help. */
  @Schema(description = "Who needs help; only the state where it was erased")
  record BeneficiaryPart(
      @Schema(
              description = "Whether it can still be read",
              required = true,
              enumeration = {"open", "erased"},
              examples = "open")
          String state,
      @JsonUnwrapped PersonalData.@Nullable Beneficiary beneficiary) {}

  /** What the person said when the request was settled. */
  @Schema(description = "What the person said; only answer and state where it was erased")
  record FeedbackPart(
      @Schema(
              description = "Whether it helped",
              required = true,
              enumeration = {"helped", "partly", "no"},
              examples = "partly")
          String answer,
      @Schema(description = "When it was said", required = true) Instant givenAt,
      @Schema(
              description = "Whether the words can be read; none where there were no words",
              required = true,
              enumeration = {"open", "erased", "none"},
              examples = "open")
          String state,
      @Schema(description = "The words", examples = "Продукты привезли, лекарства нет.")
          @Nullable String words) {

    static FeedbackPart of(SealedFeedback feedback, @Nullable Optional<String> words) {
      return new FeedbackPart(
          feedback.answer(),
          feedback.givenAt(),
          words == null ? "none" : PersonalDataView.state(words),
          words == null ? null : words.orElse(null));
    }
  }

  /** The person's own words. */
  @Schema(description = "The person's own words; only the state where they were erased")
  record TextPart(
      @Schema(
              description = "Whether it can still be read; closed: not by the caller",
              required = true,
              enumeration = {"open", "erased", "closed"},
              examples = "open")
          String state,
      @Schema(description = "The text", examples = "Отцу нужны продукты и лекарства.")
          @Nullable String text) {}
}
