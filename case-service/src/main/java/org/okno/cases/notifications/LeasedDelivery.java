package org.okno.cases.notifications;

import java.util.UUID;

/**
 * A delivery of which an attempt is made now, by nobody else.
 *
 * @param attempts with this one
 */
record LeasedDelivery(
    UUID subscriptionId, String url, String secret, int attempts, NotificationRow notification) {

  // A record's own toString would write the secret into a log.
  @Override
  public String toString() {
    return "delivery %d to %s".formatted(notification.position(), subscriptionId);
  }
}
