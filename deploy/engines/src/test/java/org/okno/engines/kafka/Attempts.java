package org.okno.engines.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * What the broker permits a client, tried: false where it refuses; every other failure is thrown.
 */
final class Attempts implements AutoCloseable {

  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private static final Map<String, Object> TIMEOUTS =
      Map.of("default.api.timeout.ms", 20_000, "request.timeout.ms", 10_000);

  private final ClientSettings client;
  private final Admin admin;
  private final KafkaProducer<String, String> producer;
  private final KafkaConsumer<String, String> consumer;

  Attempts(ClientSettings client) {
    this.client = client;
    this.admin = Admin.create(client.with(TIMEOUTS));
    // An idempotent producer would be refused as a whole where nothing may be written.
    this.producer =
        new KafkaProducer<>(
            client.with(Map.of("enable.idempotence", false, "max.block.ms", 20_000)),
            new StringSerializer(),
            new StringSerializer());
    this.consumer =
        new KafkaConsumer<>(
            client.with(Map.of("auto.offset.reset", "earliest")),
            new StringDeserializer(),
            new StringDeserializer());
  }

  boolean writes(String topic) throws Exception {
    return isPermitted(() -> producer.send(new ProducerRecord<>(topic, 0, "key", "value")).get());
  }

  /** The topic must have a record in its first partition. */
  boolean reads(String topic) {
    TopicPartition partition = new TopicPartition(topic, 0);
    consumer.assign(List.of(partition));
    consumer.seekToBeginning(List.of(partition));
    long deadline = System.nanoTime() + TIMEOUT.toNanos();
    while (System.nanoTime() < deadline) {
      try {
        if (!consumer.poll(Duration.ofMillis(100)).isEmpty()) {
          return true;
        }
      } catch (TopicAuthorizationException e) {
        // The refusal of the topic before can come late.
        if (e.unauthorizedTopics().contains(topic)) {
          return false;
        }
      }
    }
    throw new AssertionError("neither a record of " + topic + " nor a refusal");
  }

  boolean commits(String group) throws Exception {
    Map<String, Object> config = client.with(TIMEOUTS);
    config.put("group.id", group);
    try (var member =
        new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
      TopicPartition any = new TopicPartition("okno.questionnaires", 0);
      member.commitSync(Map.of(any, new OffsetAndMetadata(0)));
      return true;
    } catch (TopicAuthorizationException e) {
      return true; // the group is permitted, this topic is not
    } catch (AuthorizationException e) {
      return false;
    }
  }

  boolean describes(String group) throws Exception {
    return isPermitted(
        () -> admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get());
  }

  boolean deletes(String group) throws Exception {
    return isPermitted(() -> admin.deleteConsumerGroups(List.of(group)).all().get());
  }

  boolean opensTransactions(String transactionalId) throws Exception {
    Map<String, Object> config = client.with(Map.of("transactional.id", transactionalId));
    try (var owner = new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
      return isPermitted(
          () -> {
            owner.initTransactions();
            return owner;
          });
    }
  }

  boolean creates(String topic) throws Exception {
    NewTopic one = new NewTopic(topic, Optional.of(1), Optional.empty());
    return isPermitted(() -> admin.createTopics(List.of(one)).all().get());
  }

  /** Reads who may do what. */
  boolean listsAccess() throws Exception {
    return isPermitted(() -> admin.describeAcls(AclBindingFilter.ANY).values().get());
  }

  private interface Attempt {
    Object run() throws Exception;
  }

  private static boolean isPermitted(Attempt attempt) throws Exception {
    try {
      attempt.run();
      return true;
    } catch (AuthorizationException e) {
      return false;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof AuthorizationException) {
        return false;
      }
      throw e;
    }
  }

  @Override
  public void close() {
    consumer.close();
    producer.close(Duration.ZERO);
    admin.close(Duration.ZERO);
  }
}
