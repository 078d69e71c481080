package org.okno.suggestion;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Trains an {@link AgencyClassifier} from what agencies settled, in the order of time. */
public final class AgencyTraining {
  private final TrainingSettings settings;

  public AgencyTraining(TrainingSettings settings) {
    this.settings = settings;
  }

  /**
   * What a training gives.
   *
   * @param classifier trained on everything
   * @param beforeHeldOut trained without what was held out, to judge by; with the same blend
   * @param firstHeldOut number of the first settled need that was held out; negative where any may
   *     have been
   */
  public record Trained(
      AgencyClassifier classifier, AgencyClassifier beforeHeldOut, int firstHeldOut) {}

  /**
   * @throws TrainingException where fewer than two agencies settled anything
   */
  public Trained train(List<SettledNeed> settled) {
    if (labels(settled).size() < 2) {
      throw new TrainingException(
          "The settled needs have %d agency: at least two are required"
              .formatted(labels(settled).size()));
    }
    HeldOut split = HeldOut.of(settled.size(), settings);
    AgencyClassifier first = train(HeldOut.of(settled, split.training()), new Blend(List.of()));
    Blend blend = blend(first, HeldOut.of(settled, split.heldOut()));
    return new Trained(
        train(settled, blend),
        first.with(blend),
        settings.ordered() ? split.training().size() : -1);
  }

  private static Labels labels(List<SettledNeed> settled) {
    return new Labels(settled.stream().map(SettledNeed::agency).distinct().sorted().toList());
  }

  private AgencyClassifier train(List<SettledNeed> settled, Blend blend) {
    Labels agencies = labels(settled);
    AgencyKinds kinds = AgencyKinds.of(agencies.names(), settled);
    Map<String, Integer> numbers = agencies.numbers();
    AgencyTable table = new AgencyTable(settled, numbers, kinds);
    List<Example> byKind =
        settled.stream()
            .map(
                s ->
                    example(
                        s, kinds.kinds().get(kinds.kindOf(numbers.getOrDefault(s.agency(), 0)))))
            .toList();
    List<Example> byAgency = settled.stream().map(s -> example(s, s.agency())).toList();
    return new AgencyClassifier(
        agencies.names(),
        kinds,
        table,
        Ensemble.train(byKind, new Labels(kinds.kinds()), settings, true),
        Ensemble.train(byAgency, agencies, settings.withNetworks(0), true),
        blend);
  }

  private static Example example(SettledNeed settled, String label) {
    Assignment assignment = settled.assignment();
    return new Example(assignment.text(), assignment.facts(), Set.of(label));
  }

  private static Blend blend(AgencyClassifier classifier, List<SettledNeed> heldOut) {
    float[][][] byNeed =
        heldOut.parallelStream()
            .map(s -> classifier.scores(s.assignment()))
            .toArray(float[][][]::new);
    List<float[][]> scores =
        IntStream.range(0, byNeed[0].length)
            .mapToObj(m -> Arrays.stream(byNeed).map(s -> s[m]).toArray(float[][]::new))
            .toList();
    int[] truth =
        heldOut.stream().mapToInt(s -> classifier.agencies().indexOf(s.agency())).toArray();
    return Blend.fit(scores, truth);
  }
}
