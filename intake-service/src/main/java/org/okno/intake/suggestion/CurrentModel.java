package org.okno.intake.suggestion;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The active model, kept in memory. Which one that is is looked up again after {@link
 * SuggestionSettings#checkEvery}; a model that cannot be read leaves the one before in use.
 */
@Singleton
class CurrentModel {
  private static final Logger LOG = Logger.getLogger(CurrentModel.class);

  private final ModelRepository repository;
  private final SuggestionSettings settings;
  private final Clock clock;
  private final ReentrantLock loading = new ReentrantLock();
  private volatile @Nullable Loaded loaded;

  CurrentModel(ModelRepository repository, SuggestionSettings settings, Clock clock) {
    this.repository = repository;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * What was loaded last.
   *
   * @param version that was active then; 0 where none was
   * @param model null where none could be read yet
   */
  private record Loaded(long version, @Nullable NeedModel model, Instant at) {}

  /** The model; empty where none is active, or none can be read. */
  Optional<NeedModel> get() {
    Loaded last = loaded;
    if (last != null
        && (clock.instant().isBefore(last.at.plus(settings.checkEvery())) || loading.isLocked())) {
      return Optional.ofNullable(last.model);
    }
    return reload();
  }

  /** For whoever activated a model: it is in use at once. */
  Optional<NeedModel> reload() {
    loading.lock();
    try {
      Instant at = clock.instant();
      Loaded last = loaded;
      long active = repository.active().orElse(0L);
      NeedModel model =
          last != null && last.version == active
              ? last.model
              : read(active).orElse(last == null ? null : last.model);
      loaded = new Loaded(active, model, at);
      return Optional.ofNullable(model);
    } finally {
      loading.unlock();
    }
  }

  private Optional<NeedModel> read(long version) {
    try {
      Optional<byte[]> file = repository.file(version);
      return file.isEmpty() ? Optional.empty() : Optional.of(NeedModel.read(version, file.get()));
    } catch (IOException e) {
      LOG.errorf(
          "model %d of suggestions cannot be read (%s): the one before stays in use; activate"
              + " another with ./okno suggestions activate",
          version, e.getMessage());
      return Optional.empty();
    }
  }
}
