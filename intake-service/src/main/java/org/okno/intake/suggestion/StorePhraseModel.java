package org.okno.intake.suggestion;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jboss.logging.Logger;
import org.okno.suggestion.NeedClassifier;

/**
 * Trains the model that intake is delivered with, at the first start that has its phrases, so that
 * needs are recognized from the first request on. It becomes active where no model of requests is.
 */
@Singleton
class StorePhraseModel {
  private static final Logger LOG = Logger.getLogger(StorePhraseModel.class);

  private final ModelRepository repository;
  private final SuggestionSettings settings;
  private final Clock clock;

  StorePhraseModel(ModelRepository repository, SuggestionSettings settings, Clock clock) {
    this.repository = repository;
    this.settings = settings;
    this.clock = clock;
  }

  void start(@Observes StartupEvent event) {
    Phrases phrases = Phrases.shipped();
    if (!repository.hasPhraseModel(phrases.fingerprint())) {
      NeedClassifier classifier = Training.on(phrases.examples());
      boolean isNew =
          repository.savePhraseModel(
              new ModelRepository.NewModel(
                  clock.instant(),
                  ModelRepository.PHRASES,
                  phrases.fingerprint(),
                  null,
                  phrases.examples().size(),
                  PhraseFigures.of(phrases.examples(), settings.leastConfidence()),
                  null,
                  NeedModel.file(classifier),
                  null));
      if (isNew) {
        LOG.infof("a model of suggestions was trained on %d phrases", phrases.examples().size());
      }
    }
  }
}
