package org.okno.intake.suggestion;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import org.jboss.logging.Logger;

/** Makes a model the active one; a former one too. */
@Singleton
class ActivateModel {
  private static final Logger LOG = Logger.getLogger(ActivateModel.class);

  private final ModelRepository repository;
  private final CurrentModel current;
  private final Clock clock;

  ActivateModel(ModelRepository repository, CurrentModel current, Clock clock) {
    this.repository = repository;
    this.current = current;
    this.clock = clock;
  }

  /**
   * Activates a model; repeating it succeeds. This instance uses it at once, others within {@link
   * SuggestionSettings#checkEvery}.
   *
   * @throws org.okno.http.ProblemException 404 without such a model, 409 where it cannot be read
   */
  void activate(long version, String by) {
    byte[] file = repository.file(version).orElseThrow(ModelProblems::unknown);
    try {
      NeedModel.read(version, file);
    } catch (IOException e) {
      throw ModelProblems.unreadable(String.valueOf(e.getMessage()));
    }
    repository.activate(version, clock.instant(), by);
    current.reload();
    LOG.infof("model %d of suggestions is active", version);
  }
}
