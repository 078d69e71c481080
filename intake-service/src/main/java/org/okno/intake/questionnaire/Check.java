package org.okno.intake.questionnaire;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.okno.intake.directory.Directory;

/**
 * Something that must hold of a questionnaire and no schema can say. A check looks at fields that
 * the schema found right, so that each field has one error, and all of them come at once.
 */
sealed interface Check permits KnownCodes, NamedOnce, PlausibleTimes, DiallablePhones, KnownPlace {
  /** Those that need no directory. */
  List<Check> OF_FORM =
      List.of(new NamedOnce(), new PlausibleTimes(), new DiallablePhones(), new KnownPlace());

  /** All of them. */
  List<Check> ALL = Stream.concat(Stream.<Check>of(new KnownCodes()), OF_FORM.stream()).toList();

  /** Adds an error for each field of which it does not hold. */
  void check(Answers answers, Facts facts, ValidationErrors errors);

  /**
   * What is known besides the questionnaire.
   *
   * @param now no date-time in a questionnaire may be later
   */
  record Facts(Directory directory, Instant now) {}
}
