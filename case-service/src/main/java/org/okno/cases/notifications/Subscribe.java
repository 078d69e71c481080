package org.okno.cases.notifications;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.okno.cases.notifications.NewSubscription.Owner;
import org.okno.http.Problem;
import org.okno.http.Problem.FieldError;
import org.okno.http.ProblemException;
import org.okno.identity.Rows;
import org.okno.messaging.EventIds;

/** A channel or an agency wants to be told. */
@Singleton
class Subscribe {
  private final SubscriptionRepository subscriptions;
  private final AllowedHosts hosts;
  private final Clock clock;

  Subscribe(SubscriptionRepository subscriptions, AllowedHosts hosts, Clock clock) {
    this.subscriptions = subscriptions;
    this.hosts = hosts;
    this.clock = clock;
  }

  /**
   * Makes a subscription; the same address again gives the first.
   *
   * @throws ProblemException 400 with every validation error, 409 where the same address has other
   *     types
   */
  SubscriptionRow subscribe(Rows permitted, NewSubscription wanted) {
    List<FieldError> errors = wanted.errors(permitted, hosts);
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors).asException();
    }
    Owner owner = wanted.owner(permitted);
    SubscriptionRow row =
        subscriptions.insert(
            new SubscriptionRow(
                EventIds.next(),
                owner.agency(),
                owner.channel(),
                wanted.url(),
                SigningSecret.random().text(),
                wanted.typesOrAll(),
                clock.instant(),
                null,
                null));
    if (!row.types().equals(wanted.typesOrAll())) {
      throw Problem.of(
              409,
              "subscribed",
              "There is a subscription to this address",
              "It has other types. Delete it first: GET /v1/subscriptions shows its id.")
          .asException();
    }
    return row;
  }
}
