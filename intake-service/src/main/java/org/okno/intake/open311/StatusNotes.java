package org.okno.intake.open311;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.okno.contracts.NeedStatus;
import org.okno.contracts.RequestStatus;

/** Where a request stands, in a sentence for the person who asked. */
final class StatusNotes {

  private StatusNotes() {}

  static String of(RequestStatus status, Locale language) {
    return switch (status) {
      case RECEIVED ->
          text(language, "Обращение получено.", "Өтініш қабылданды.", "The request was received.");
      case IN_TRIAGE ->
          text(
              language,
              "Подбирается ответственная организация.",
              "Жауапты ұйым таңдалуда.",
              "The responsible agency is being found.");
      case ASSIGNED ->
          text(
              language,
              "Обращение передано ответственной организации.",
              "Өтініш жауапты ұйымға берілді.",
              "The request was passed to the responsible agency.");
      case IN_WORK ->
          text(language, "Обращение в работе.", "Өтініш орындалуда.", "The request is in work.");
      case SETTLED ->
          text(
              language,
              "Работа по обращению завершена.",
              "Өтініш бойынша жұмыс аяқталды.",
              "Work on the request is done.");
    };
  }

  /** Of one need. */
  static String of(NeedStatus status, @Nullable String agency, Locale language) {
    String note =
        switch (status) {
          case IN_TRIAGE, RETURNED -> of(RequestStatus.IN_TRIAGE, language);
          case ASSIGNED -> of(RequestStatus.ASSIGNED, language);
          case ACCEPTED, IN_PROGRESS -> of(RequestStatus.IN_WORK, language);
          case WAITING_FOR_APPLICANT ->
              text(
                  language,
                  "Организация ждёт ответа заявителя.",
                  "Ұйым өтініш берушінің жауабын күтуде.",
                  "The agency waits for the applicant.");
          case RESOLVED -> of(RequestStatus.SETTLED, language);
          case DECLINED ->
              text(
                  language,
                  "Организация отклонила обращение.",
                  "Ұйым өтінішті қабылдамады.",
                  "The agency declined the request.");
          case WITHDRAWN ->
              text(
                  language,
                  "Заявитель отозвал обращение.",
                  "Өтініш беруші өтінішін қайтарып алды.",
                  "The applicant withdrew the request.");
        };
    return agency == null ? note : note + " (" + agency + ")";
  }

  private static String text(Locale language, String ru, String kk, String en) {
    return switch (language.getLanguage()) {
      case "en" -> en;
      case "kk" -> kk;
      default -> ru;
    };
  }
}
