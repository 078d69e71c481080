package org.okno.analytics.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.okno.analytics.summary.SummarySettings;

/**
 * Holds the sums against each other and says whether they are settled.
 *
 * <p>A fact may be in none of the topics for a moment: counted, but its row not told yet. So the
 * lag is looked at twice, further apart than a row waits to be told; settled is what had no lag
 * both times while nothing came to any topic in between.
 */
@ApplicationScoped
class Reconcile {
  // To be told, committed and fetched.
  private static final Duration ALLOWANCE = Duration.ofMillis(300);

  private final Ledger ledger;
  private final InputLag lag;
  private final Duration wait;

  Reconcile(Ledger ledger, InputLag lag, SummarySettings settings) {
    this.ledger = ledger;
    this.lag = lag;
    this.wait = settings.tellEvery().plus(ALLOWANCE);
  }

  /** Takes about half a second where there is no lag. */
  Reconciliation now() throws SQLException, InterruptedException {
    Optional<Lag> first = lag.look();
    if (first.isEmpty() || !first.get().isZero()) {
      return answer(ledger.sums(), first.map(Lag::byTopic), false);
    }
    Thread.sleep(wait);
    Ledger.Sums sums = ledger.sums();
    Optional<Lag> second = lag.look();
    boolean settled = second.filter(it -> it.isZero() && it.sawSameEnds(first.get())).isPresent();
    return answer(sums, second.map(Lag::byTopic), settled);
  }

  private static Reconciliation answer(
      Ledger.Sums sums, Optional<Map<String, Long>> lag, boolean settled) {
    return new Reconciliation(
        sums.requests(),
        sums.received(),
        sums.routed(),
        sums.inTriage(),
        sums.areBalanced(),
        settled,
        lag.orElse(null));
  }
}
