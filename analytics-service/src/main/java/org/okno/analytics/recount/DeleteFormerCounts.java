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
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Deletes what former counts left on the broker: their consumer groups and internal topics. Those
 * of an instance that still runs stay until it is stopped.
 */
@Singleton
class DeleteFormerCounts {
  private static final Pattern ID = Pattern.compile("(.+-)(\\d{1,9})");

  private final Map<String, Object> kafka;
  private final int current;
  private final Pattern group;
  private final Pattern internalTopic;

  DeleteFormerCounts(
      @Identifier("default-kafka-broker") Map<String, Object> kafka,
      @ConfigProperty(name = "quarkus.kafka-streams.application-id") String application) {
    Matcher id = ID.matcher(application);
    if (!id.matches()) {
      throw new IllegalArgumentException("no number at the end of " + application);
    }
    this.kafka = kafka;
    this.current = Integer.parseInt(id.group(2));
    String any = "(" + Pattern.quote(id.group(1)) + "(\\d{1,9}))";
    this.group = Pattern.compile(any);
    this.internalTopic = Pattern.compile(any + "-.+-(changelog|repartition)");
  }

  /** False where a former count still runs. */
  boolean run() {
    try (Admin admin = Admin.create(kafka)) {
      Set<String> running = new HashSet<>();
      for (var listed : admin.listGroups().all().get()) {
        String id = listed.groupId();
        if (isFormer(group.matcher(id))
            && !isDeleted(admin.deleteConsumerGroups(List.of(id)).all())) {
          running.add(id);
        }
      }
      for (String topic : admin.listTopics().names().get()) {
        Matcher internal = internalTopic.matcher(topic);
        if (isFormer(internal) && !running.contains(internal.group(1))) {
          isDeleted(admin.deleteTopics(List.of(topic)).all());
        }
      }
      return running.isEmpty();
    } catch (ExecutionException e) {
      throw new KafkaException("former counts could not be deleted", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted", e);
    }
  }

  private boolean isFormer(Matcher name) {
    return name.matches() && Integer.parseInt(name.group(2)) < current;
  }

  /** True also where another instance did it; false where a group has members. */
  private static boolean isDeleted(KafkaFuture<Void> deletion)
      throws ExecutionException, InterruptedException {
    try {
      deletion.get();
      return true;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof GroupNotEmptyException) {
        return false;
      }
      if (e.getCause() instanceof GroupIdNotFoundException
          || e.getCause() instanceof UnknownTopicOrPartitionException) {
        return true;
      }
      throw e;
    }
  }
}
