package org.okno.bench.faults;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.okno.engines.Await;
import org.okno.engines.EngineException;
import org.okno.engines.kafka.ClientSettings;
import org.okno.engines.stack.Part;

/** The committed offsets of the services' consumers. */
final class Offsets {

  /** A member that left without saying so stays for its session timeout. */
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  private final ClientSettings kafka;

  Offsets(ClientSettings kafka) {
    this.kafka = kafka;
  }

  /** Deletes those of a stopped service, with its groups. */
  void delete(Part service) {
    try (Admin admin = Admin.create(kafka.with(Map.of()))) {
      if (!Await.until(TIMEOUT, () -> areDeleted(admin, service))) {
        throw new EngineException("the consumer groups of " + service + " cannot be deleted");
      }
    }
  }

  /** False while a group still has a member. */
  private static boolean areDeleted(Admin admin, Part service) {
    try {
      List<String> groups =
          admin.listGroups().all().get().stream()
              .map(group -> group.groupId())
              .filter(id -> id.matches("(okno-)?%s(-.*)?".formatted(service.label())))
              .toList();
      admin.deleteConsumerGroups(groups).all().get();
      return true;
    } catch (ExecutionException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EngineException("Interrupted while deleting offsets", e);
    }
  }
}
