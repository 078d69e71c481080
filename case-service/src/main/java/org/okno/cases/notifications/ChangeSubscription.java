package org.okno.cases.notifications;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.okno.http.Problem;
import org.okno.http.ProblemException;
import org.okno.identity.CurrentCaller;
import org.okno.identity.Rows;

/** Sends to a disabled subscription again, or sends again what it may have lost. */
@Singleton
class ChangeSubscription {
  private final SubscriptionRepository subscriptions;
  private final DeliveryRepository deliveries;
  private final CurrentCaller current;
  private final Clock clock;

  ChangeSubscription(
      SubscriptionRepository subscriptions,
      DeliveryRepository deliveries,
      CurrentCaller current,
      Clock clock) {
    this.subscriptions = subscriptions;
    this.deliveries = deliveries;
    this.current = current;
    this.clock = clock;
  }

  /** Sends to it again, first what waits. */
  SubscriptionRow enable(UUID id, Rows permitted) {
    if (find(id, permitted).disabledAt() != null) {
      subscriptions.enable(id);
      // Deliveries have no rows that a caller sees.
      current.unlimited(
          () -> {
            deliveries.startAgain(id, clock.instant());
            return id;
          });
    }
    return find(id, permitted);
  }

  /**
   * Sends again what happened since a time, as far as it is kept.
   *
   * @return how much
   * @throws ProblemException 409 while it is disabled
   */
  int replay(UUID id, Rows permitted, Instant from) {
    if (find(id, permitted).disabledAt() != null) {
      throw Problem.of(
              409, "state", "The subscription is disabled", "Possible now: enabling, deletion.")
          .asException();
    }
    return current.unlimited(() -> deliveries.replay(id, from, clock.instant()));
  }

  private SubscriptionRow find(UUID id, Rows permitted) {
    return subscriptions.find(id, permitted).orElseThrow(ChangeSubscription::unknown);
  }

  static ProblemException unknown() {
    return Problem.notFound("There is no such subscription.").asException();
  }
}
