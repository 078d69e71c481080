package org.okno.intake.suggestion;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jboss.logging.Logger;
import org.okno.contracts.NeedSuggestion;
import org.okno.contracts.RequestedNeed;

/**
 * Says which words of a text spoke for the needs that were recognized in it, by the model that read
 * it. Words of a text: only for whoever opened it, and never stored.
 */
@Singleton
public class ExplainNeeds {
  private static final Logger LOG = Logger.getLogger(ExplainNeeds.class);
  private static final int MODELS = 2;

  private final ModelRepository repository;
  private final Cache<Long, Optional<NeedModel>> models =
      Caffeine.newBuilder().maximumSize(MODELS).build();

  ExplainNeeds(ModelRepository repository) {
    this.repository = repository;
  }

  /** The needs that were recognized, and candidates; most likely first, empty where none was. */
  public List<ExplainedNeed> in(String text, List<RequestedNeed> needs) {
    Map<String, ExplainedNeed> explained = new TreeMap<>();
    for (RequestedNeed need : needs) {
      NeedSuggestion suggestion = need.suggestion();
      if (suggestion != null) {
        Optional<NeedModel> model = models.get(suggestion.model(), this::read);
        suggestion
            .candidates()
            .forEach(
                one -> explained.computeIfAbsent(one.need(), code -> explained(text, one, model)));
      }
    }
    return explained.values().stream()
        .sorted((one, other) -> Double.compare(other.confidence(), one.confidence()))
        .toList();
  }

  private static ExplainedNeed explained(
      String text, NeedSuggestion.NeedCandidate candidate, Optional<NeedModel> model) {
    return new ExplainedNeed(
        candidate.need(),
        candidate.confidence(),
        model.map(one -> one.words(text, candidate.need())).orElse(List.of()));
  }

  /** Without a model there are no words, and the request is opened all the same. */
  private Optional<NeedModel> read(long version) {
    try {
      Optional<byte[]> file = repository.file(version);
      return file.isEmpty() ? Optional.empty() : Optional.of(NeedModel.read(version, file.get()));
    } catch (IOException e) {
      LOG.warnf("model %d of suggestions cannot be read: %s", version, e.getMessage());
      return Optional.empty();
    }
  }
}
