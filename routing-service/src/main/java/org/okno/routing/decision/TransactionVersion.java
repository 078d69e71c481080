package org.okno.routing.decision;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.FinalizedVersionRange;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/** The transaction protocol of a Kafka cluster. */
final class TransactionVersion {
  /** With an older one a transaction can be torn when a producer fails (KIP-890). */
  private static final int NEEDED = 2;

  private static final Logger LOG = Logger.getLogger(TransactionVersion.class);

  private TransactionVersion() {}

  /**
   * Returns where transactions are safe.
   *
   * @throws IllegalStateException where they are not
   * @throws KafkaException where the cluster does not respond
   */
  static void requireSafe(Map<String, Object> kafka) throws InterruptedException {
    try (Admin admin = Admin.create(kafka)) {
      FinalizedVersionRange version =
          admin
              .describeFeatures()
              .featureMetadata()
              .get()
              .finalizedFeatures()
              .get("transaction.version");
      requireSafe(version == null ? 0 : version.maxVersionLevel());
    } catch (ExecutionException e) {
      throw new KafkaException(e.getCause());
    }
  }

  static void requireSafe(int version) {
    if (version < NEEDED) {
      LOG.errorf(
          "nothing is decided: transaction.version of the Kafka cluster is %d, raise it to %d with"
              + " kafka-features.sh",
          version, NEEDED);
      throw new IllegalStateException("transaction.version");
    }
  }
}
