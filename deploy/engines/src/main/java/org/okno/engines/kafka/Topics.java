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
import org.apache.kafka.clients.admin.FinalizedVersionRange;
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

  /** With an older protocol a transaction can be torn when a producer fails (KIP-890). */
  private static final int TRANSACTION_VERSION = 2;

  /**
   * Creates those that are missing; the others are not changed.
   *
   * @throws IllegalStateException if the cluster's transactions are not safe
   */
  void createMissing(Admin admin) throws ExecutionException, InterruptedException {
    requireSafeTransactions(transactionVersion(admin));
    Set<String> present = admin.listTopics().names().get();
    List<NewTopic> missing =
        topics.stream().filter(topic -> !present.contains(topic.name())).map(Topic::asNew).toList();
    for (var made : admin.createTopics(missing).values().values()) {
      awaitOne(made);
    }
  }

  private static int transactionVersion(Admin admin)
      throws ExecutionException, InterruptedException {
    FinalizedVersionRange version =
        admin
            .describeFeatures()
            .featureMetadata()
            .get()
            .finalizedFeatures()
            .get("transaction.version");
    return version == null ? 0 : version.maxVersionLevel();
  }

  static void requireSafeTransactions(int version) {
    if (version < TRANSACTION_VERSION) {
      throw new IllegalStateException(
          "transaction.version of this Kafka cluster is %s, and Okno needs %d. Run: kafka-features.sh --bootstrap-server … --command-config … upgrade --feature transaction.version=%d"
              .formatted(version, TRANSACTION_VERSION, TRANSACTION_VERSION));
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
