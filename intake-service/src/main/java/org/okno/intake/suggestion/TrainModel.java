package org.okno.intake.suggestion;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.okno.http.Problem;
import org.okno.intake.suggestion.ModelRepository.NewModel;
import org.okno.intake.suggestion.ReadExamples.Read;
import org.okno.intake.suggestion.SettledRepository.Settled;
import org.okno.intake.suggestion.TrainingRepository.TrainingRow;
import org.okno.messaging.EventIds;
import org.okno.messaging.Failure;
import org.okno.suggestion.Example;
import org.okno.suggestion.NeedClassifier;
import org.okno.suggestion.TrainingException;

/**
 * Trains a model on the requests of this installation and on the phrases, so that a need that is
 * rare here is not forgotten. It runs beside the requests, one at a time over all instances, and
 * activates nothing.
 */
@Singleton
class TrainModel {
  private static final Logger LOG = Logger.getLogger(TrainModel.class);
  private static final int LEAST_NEEDS = 2;

  /** The latest of so many parts is held out, as what comes next differs from what was. */
  private static final int PARTS = 5;

  private final SettledRepository settled;
  private final ReadExamples readExamples;
  private final ModelRepository models;
  private final TrainingRepository trainings;
  private final CurrentModel current;
  private final SuggestionSettings settings;
  private final Clock clock;
  // Parallel streams within a task of a pool use this pool and no other.
  private final ForkJoinPool pool;

  TrainModel(
      SettledRepository settled,
      ReadExamples readExamples,
      ModelRepository models,
      TrainingRepository trainings,
      CurrentModel current,
      SuggestionSettings settings,
      Clock clock) {
    this.settled = settled;
    this.readExamples = readExamples;
    this.models = models;
    this.trainings = trainings;
    this.current = current;
    this.settings = settings;
    this.clock = clock;
    this.pool = new ForkJoinPool(settings.trainingThreads());
  }

  /**
   * Begins a training.
   *
   * @param by who wants it
   * @throws org.okno.http.ProblemException 409 where there is too little to learn from, or a
   *     training runs
   */
  TrainingRow begin(String by) {
    Settled found = settled.count(from(), settings.mostExamples());
    if (found.requests() < settings.leastExamples()) {
      throw Problem.of(
              409,
              "too-few-examples",
              "There is too little to learn from",
              tooFew(found.requests()) + " The active model stays as it is. Train again later.")
          .asException();
    }
    if (found.needs() < LEAST_NEEDS) {
      throw Problem.of(
              409,
              "one-need",
              "All settled requests have the same need",
              "Nothing tells them apart. The active model stays as it is. Train again when requests"
                  + " with another need were settled.")
          .asException();
    }
    UUID id = EventIds.next();
    Instant now = clock.instant();
    if (!trainings.begin(id, by, now, now.minus(settings.abandonedAfter()))) {
      throw Problem.of(
              409,
              "training-runs",
              "A training runs already",
              "GET /v1/suggestions/models/training shows how far it is.")
          .asException();
    }
    Thread.ofPlatform().daemon().name("suggestions-training").start(() -> run(id, by));
    return trainings.last();
  }

  private UUID from() {
    return EventIds.lowestAt(clock.instant().minus(settings.learnFrom()));
  }

  private String tooFew(long requests) {
    return "%d settled requests can be read, %d are required."
        .formatted(requests, settings.leastExamples());
  }

  private void run(UUID id, String by) {
    try {
      long version = train(id, by);
      trainings.done(id, version, clock.instant());
      LOG.infof("model %d of suggestions was trained", version);
    } catch (TrainingException e) {
      trainings.failed(id, String.valueOf(e.getMessage()), clock.instant());
    } catch (RuntimeException e) {
      LOG.errorf("the training of a model of suggestions failed: %s", Failure.describe(e));
      trainings.failed(id, "An internal error: see intake's log.", clock.instant());
    }
  }

  private long train(UUID id, String by) {
    Read read =
        readExamples.latest(
            from(), settings.mostExamples(), count -> progress(id, "reading", count));
    List<Example> own = read.examples();
    if (own.size() < settings.leastExamples()) {
      throw new TrainingException(tooFew(own.size()));
    }
    List<Example> phrases = Phrases.shipped().examples();
    progress(id, "trying", own.size());
    int known = own.size() - own.size() / PARTS;
    List<Example> heldOut = own.subList(known, own.size());
    NeedClassifier half = on(phrases, own.subList(0, known));
    Figures figures = Figures.of(half, heldOut, settings.leastConfidence());
    Figures active = ofActive(read.requests().get(known), heldOut);
    progress(id, "training", own.size());
    return models.save(
        new NewModel(
            clock.instant(),
            ModelRepository.REQUESTS,
            null,
            read.until(),
            own.size(),
            figures,
            active,
            NeedModel.file(on(phrases, own)),
            by));
  }

  private NeedClassifier on(List<Example> phrases, List<Example> own) {
    List<Example> all = Stream.concat(phrases.stream(), own.stream()).toList();
    return pool.submit(() -> Training.on(all)).join();
  }

  /** Of the active model at the same texts; null where it has learned from any of them. */
  private @Nullable Figures ofActive(UUID firstHeldOut, List<Example> heldOut) {
    return current
        .get()
        .filter(
            model ->
                models
                    .learnedUntil(model.version())
                    .filter(until -> until.compareTo(firstHeldOut) >= 0)
                    .isEmpty())
        .map(model -> Figures.of(model.classifier(), heldOut, settings.leastConfidence()))
        .orElse(null);
  }

  private void progress(UUID id, String phase, int examples) {
    trainings.progress(id, phase, examples, clock.instant());
  }

  @PreDestroy
  void close() {
    pool.shutdownNow();
  }
}
