package org.okno.analytics.recount;

import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Deletes what former counts left on the broker: their consumer groups and internal topics. Those
 * of an instance that still runs stay, for the next start.
 */
@Singleton
class DeleteFormerCounts {
  private static final Pattern NUMBER = Pattern.compile("-\\d+$");

  private final Map<String, Object> kafka;
  private final String current;

  DeleteFormerCounts(
      @Identifier("default-kafka-broker") Map<String, Object> kafka,
      @ConfigProperty(name = "quarkus.kafka-streams.application-id") String application) {
    this.kafka = kafka;
    this.current = application;
  }

  void run() {
    String name = Pattern.quote(NUMBER.matcher(current).replaceFirst(""));
    Pattern application = Pattern.compile(name + "(-\\d+)?");
    Pattern internal = Pattern.compile("(" + application + ")-.+-(changelog|repartition)");
    try (Admin admin = Admin.create(kafka)) {
      Set<String> running = new HashSet<>(Set.of(current));
      for (var group : admin.listGroups().all().get()) {
        String id = group.groupId();
        if (application.matcher(id).matches() && !id.equals(current) && !isDeleted(admin, id)) {
          running.add(id);
        }
      }
      List<String> former =
          admin.listTopics().names().get().stream()
              .map(internal::matcher)
              .filter(Matcher::matches)
              .filter(topic -> !running.contains(topic.group(1)))
              .map(Matcher::group)
              .toList();
      admin.deleteTopics(former).all().get();
    } catch (ExecutionException e) {
      throw new KafkaException("former counts could not be deleted", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted", e);
    }
  }

  /** False where it has members. */
  private static boolean isDeleted(Admin admin, String group)
      throws ExecutionException, InterruptedException {
    try {
      admin.deleteConsumerGroups(List.of(group)).all().get();
      return true;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof GroupNotEmptyException) {
        return false;
      }
      throw e;
    }
  }
}
