package org.okno.engines.kafka;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * Topic definitions. The replication factor is the cluster's default, so that one file serves a
 * single broker and a cluster.
 *
 * @param topics those that must exist
 */
record Topics(List<Topic> topics) {

  /**
   * @param config as the broker names it: {@code cleanup.policy} …
   */
  record Topic(String name, int partitions, Map<String, String> config) {

    NewTopic asNew() {
      return new NewTopic(name, Optional.of(partitions), Optional.empty()).configs(config);
    }
  }

  static Topics read(Path file) throws IOException {
    return new ObjectMapper().readValue(file.toFile(), Topics.class);
  }

  /** Creates those that are missing; the others are not changed. */
  void createMissing(String bootstrapServers) throws ExecutionException, InterruptedException {
    try (Admin admin =
        Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrapServers))) {
      Set<String> present = admin.listTopics().names().get();
      List<NewTopic> missing =
          topics.stream()
              .filter(topic -> !present.contains(topic.name()))
              .map(Topic::asNew)
              .toList();
      for (var made : admin.createTopics(missing).values().values()) {
        awaitOne(made);
      }
    }
  }

  /** A topic that another process created meanwhile is no error. */
  private static void awaitOne(org.apache.kafka.common.KafkaFuture<Void> made)
      throws ExecutionException, InterruptedException {
    try {
      made.get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw e;
      }
    }
  }
}
