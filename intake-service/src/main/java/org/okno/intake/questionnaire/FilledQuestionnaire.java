package org.okno.intake.questionnaire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request as somebody asked it, read and found right: codes are known, phones are in E.164, texts
 * are trimmed.
 *
 * @param externalId the id the channel gave it; unique within the channel
 * @param requestedAt when the person asked; null where the channel does not say, then it is when
 *     Okno received it
 * @param territory code of the territory where help is needed
 * @param beneficiary who needs help; null where the applicant asks for themselves
 * @param address where help is needed; null where that is the beneficiary's address, or unknown
 * @param needs 1 to {@value QuestionnaireReader#MAX_NEEDS}, no need twice
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FilledQuestionnaire(
    String channel,
    @Nullable String externalId,
    @Nullable Instant requestedAt,
    String territory,
    Applicant applicant,
    @Nullable Beneficiary beneficiary,
    @Nullable String address,
    List<String> targetGroups,
    String urgency,
    List<AskedNeed> needs,
    String text,
    boolean consent) {

  public FilledQuestionnaire {
    targetGroups = List.copyOf(targetGroups);
    needs = List.copyOf(needs);
  }

  /** Who asked. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Applicant(String name, @Nullable String phone, @Nullable String email) {}

  /** Who needs help, where that is somebody else. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Beneficiary(
      String name,
      @Nullable String phone,
      @Nullable LocalDate birthDate,
      @Nullable String address) {}

  /** One kind of help asked for, in a life situation. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record AskedNeed(String need, @Nullable String situation) {}

  // A record's own toString would bring personal data into a log.
  @Override
  public String toString() {
    return "FilledQuestionnaire[channel=" + channel + ", territory=" + territory + "]";
  }
}
