package org.okno.bench.faults;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.okno.bench.stack.SampleQuestionnaire;
import org.okno.local.client.Services;

/**
 * What the channels send: requests with one to three needs over all channels, territories and needs
 * of the stack, so that some are held for triage; some in batches of one channel, some with an
 * {@code Idempotency-Key}, some repeated. The same for the same seed.
 */
final class Submissions {

  private static final int LARGEST_BATCH = 10;

  private final long seed;
  private final String run;
  private final SampleQuestionnaire sample;
  private final Codes codes;

  /** Codes that a request may use; none of them empty. */
  record Codes(List<String> channels, List<String> territories, List<String> needs) {
    static Codes of(Services services) {
      return new Codes(
          codes(services, "/v1/channels"),
          codes(services, "/v1/territories"),
          codes(services, "/v1/needs"));
    }

    private static List<String> codes(Services services, String path) {
      return services.list("intake", path).stream().map(it -> it.path("code").asText()).toList();
    }
  }

  /**
   * @param run makes the external ids of this run unique
   */
  Submissions(long seed, String run, SampleQuestionnaire sample, Codes codes) {
    this.seed = seed;
    this.run = run;
    this.sample = sample;
    this.codes = codes;
  }

  /**
   * Of twenty on average: one batch, three with a key, four repeated.
   *
   * @param number 1, 2, 3 …
   */
  Submission of(int number) {
    SplittableRandom random = new SplittableRandom(seed * 1_000_003 + number);
    String channel = pick(codes.channels(), random);
    int dice = random.nextInt(20);
    if (dice == 0) {
      int rows = random.nextInt(2, LARGEST_BATCH + 1);
      return new Submission.Batch(
          IntStream.range(0, rows).mapToObj(row -> body(channel, number, row, random)).toList());
    }
    Map<String, Object> body = body(channel, number, 0, random);
    boolean repeated = random.nextInt(5) == 0;
    if (dice > 3) {
      return new Submission.Single(body, null, repeated);
    }
    return new Submission.Single(body, String.valueOf(body.remove("externalId")), repeated);
  }

  private Map<String, Object> body(String channel, int number, int row, SplittableRandom random) {
    String phone = "%07d".formatted(number * LARGEST_BATCH + row);
    Map<String, Object> body =
        new HashMap<>(sample.body("%s-%d-%d".formatted(run, number, row), phone));
    body.put("channel", channel);
    body.put("territory", pick(codes.territories(), random));
    body.put("needs", needs(random));
    return body;
  }

  private List<Map<String, String>> needs(SplittableRandom random) {
    return random
        .ints(random.nextInt(1, 4), 0, codes.needs().size())
        .distinct()
        .mapToObj(i -> Map.of("need", codes.needs().get(i)))
        .toList();
  }

  private static String pick(List<String> from, SplittableRandom random) {
    return from.get(random.nextInt(from.size()));
  }
}
