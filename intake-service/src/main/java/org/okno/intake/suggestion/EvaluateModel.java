package org.okno.intake.suggestion;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.util.UUID;
import org.okno.messaging.EventIds;

/** Tries a model on the latest settled requests that it has not learned from. */
@Singleton
class EvaluateModel {
  private final ModelRepository models;
  private final ReadExamples readExamples;
  private final SuggestionSettings settings;
  private final Clock clock;

  EvaluateModel(
      ModelRepository models, ReadExamples readExamples, SuggestionSettings settings, Clock clock) {
    this.models = models;
    this.readExamples = readExamples;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * The figures; of no example where nothing was settled since it learned.
   *
   * @throws org.okno.http.ProblemException 404 without such a model, 409 where it cannot be read
   */
  Figures evaluate(long version) {
    byte[] file = models.file(version).orElseThrow(ModelProblems::unknown);
    try {
      NeedModel model = NeedModel.read(version, file);
      return Figures.of(
          model.classifier(),
          readExamples.latest(from(version), settings.mostEvaluated(), count -> {}).examples(),
          settings.leastConfidence());
    } catch (IOException e) {
      throw ModelProblems.unreadable(String.valueOf(e.getMessage()));
    }
  }

  /** Behind what it learned from. */
  private UUID from(long version) {
    return models
        .learnedUntil(version)
        .map(until -> new UUID(until.getMostSignificantBits(), until.getLeastSignificantBits() + 1))
        .orElseGet(() -> EventIds.lowestAt(clock.instant().minus(settings.learnFrom())));
  }
}
