package org.okno.analytics.reconciliation;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.okno.analytics.summary.ShownRecountRepository;
import org.okno.analytics.summary.SummarySettings;

/**
 * Compares the sums and says whether they are settled.
 *
 * <p>For a moment a fact may be in none of the topics: counted, but its row not emitted yet. So the
 * lag is read twice, further apart than a row waits to be emitted; settled is what had no lag both
 * times while nothing came to any topic in between.
 */
@Singleton
class Reconcile {
  // To be emitted, committed and fetched.
  private static final Duration ALLOWANCE = Duration.ofMillis(300);

  private final ReconciliationRepository repository;
  private final CompareWithIntake compare;
  private final ReadLag readLag;
  private final ShownRecountRepository shownRecount;
  private final SummarySettings settings;

  Reconcile(
      ReconciliationRepository repository,
      CompareWithIntake compare,
      ReadLag readLag,
      ShownRecountRepository shownRecount,
      SummarySettings settings) {
    this.repository = repository;
    this.compare = compare;
    this.readLag = readLag;
    this.shownRecount = shownRecount;
    this.settings = settings;
  }

  /** Takes about half a second where there is no lag. */
  Reconciliation now() throws InterruptedException {
    Optional<Lag> first = readLag.now();
    if (first.isEmpty() || !first.get().isZero()) {
      return response(repository.balances(), differences(), first.map(Lag::byTopic), false);
    }
    Thread.sleep(settings.emitInterval().plus(ALLOWANCE));
    List<ChannelBalance> balances = repository.balances();
    List<Difference> differences = differences();
    Optional<Lag> second = readLag.now();
    boolean noLag = second.filter(it -> it.isZero() && it.sawSameEnds(first.get())).isPresent();
    return response(balances, differences, second.map(Lag::byTopic), noLag);
  }

  private @Nullable List<Difference> differences() {
    return compare.accepted().map(compare::differences).orElse(null);
  }

  private Reconciliation response(
      List<ChannelBalance> balances,
      @Nullable List<Difference> differences,
      Optional<Map<String, Long>> lag,
      boolean noLag) {
    boolean recounting = shownRecount.isRecounting();
    long received = sum(balances, ChannelBalance::received);
    long routed = sum(balances, ChannelBalance::routed);
    long returned = sum(balances, ChannelBalance::returned);
    long inTriage = sum(balances, ChannelBalance::inTriage);
    long withdrawn = sum(balances, ChannelBalance::withdrawn);
    return new Reconciliation(
        sum(balances, ChannelBalance::requests),
        received,
        routed,
        returned,
        inTriage,
        withdrawn,
        received + returned == routed + inTriage + withdrawn
            && (differences == null || differences.isEmpty()),
        noLag && !recounting,
        recounting,
        differences,
        lag.orElse(null));
  }

  private static long sum(List<ChannelBalance> balances, ToLongFunction<ChannelBalance> number) {
    return balances.stream().mapToLong(number).sum();
  }
}
