package org.okno.cases.programmes;

import io.quarkus.qute.TemplateInstance;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.okno.cases.needs.CaseFile;
import org.okno.cases.programmes.ProgrammeCodes.Kind;
import org.okno.cases.programmes.ProgrammeState.Completed;
import org.okno.contracts.Consent;
import org.okno.contracts.Programme;
import org.okno.contracts.ProgrammeStep;

/**
 * The programme on paper, in Russian: {@code templates/ProgrammePage.html}. It names nobody; the
 * person's name is written by hand.
 *
 * @param status in words
 * @param consent in words
 */
public record ProgrammePage(
    String trackingNumber,
    String status,
    long version,
    List<String> goals,
    List<Row> steps,
    String reviewOn,
    String consent,
    String printedOn)
    implements TemplateInstance {
  private static final Locale RUSSIAN = Locale.of("ru");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.uuuu");

  /** A line of the plan. */
  public record Row(
      int number, String step, String agency, String dueOn, String after, String done) {

    private static Row of(ProgrammeStep step) {
      return new Row(
          step.number(),
          text(Kind.STEP, step.step()),
          step.agency().name(),
          DAY.format(step.dueOn()),
          step.after().stream().map(String::valueOf).collect(Collectors.joining(", ")),
          step.done() ? "выполнено" : "");
    }
  }

  static ProgrammePage of(CaseFile file, ProgrammeRow row, LocalDate today) {
    Programme programme = row.programme();
    ZoneId zone = ZoneId.of(file.head().zone());
    return new ProgrammePage(
        file.head().trackingNumber(),
        status(row.state(), zone),
        row.version(),
        programme.goals().stream().map(code -> text(Kind.GOAL, code)).toList(),
        programme.steps().stream().map(Row::of).toList(),
        DAY.format(programme.reviewOn()),
        consent(row.state().consent(), zone),
        DAY.format(today));
  }

  private static String status(ProgrammeState state, ZoneId zone) {
    return switch (state) {
      case ProgrammeState.Draft draft -> "проект, согласие не получено";
      case ProgrammeState.Active active -> "выполняется";
      case Completed(var consent, var outcome, var at) ->
          "завершена " + DAY.withZone(zone).format(at) + ": " + text(Kind.COMPLETION, outcome);
    };
  }

  private static String consent(@Nullable Consent consent, ZoneId zone) {
    return consent == null
        ? "не получено"
        : DAY.withZone(zone).format(consent.givenAt()) + ", " + how(consent.how());
  }

  private static String how(String code) {
    return switch (code) {
      case "in-person" -> "лично";
      case "by-phone" -> "по телефону";
      case "in-writing" -> "письменно";
      case "online" -> "через интернет";
      default -> code;
    };
  }

  private static String text(Kind kind, String code) {
    return ProgrammeCodes.shippedOnes().text(kind, code, RUSSIAN);
  }
}
