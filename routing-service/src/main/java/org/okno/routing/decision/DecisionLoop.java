package org.okno.routing.decision;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.common.net.HostName;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;
import org.okno.contracts.Topics;
import org.okno.messaging.ConsumerMetrics;
import org.okno.messaging.DeadLetter;
import org.okno.messaging.EventCodec;
import org.okno.messaging.Failure;
import org.okno.messaging.Reading;

/**
 * Reads questionnaires and returned needs and writes decisions, exactly once: the decisions of a
 * batch, its dead letters and its offsets are one Kafka transaction.
 *
 * <p>Whatever fails, it restarts with new clients from the committed offsets: the broker aborts the
 * open transaction when the new producer registers, and refuses the offsets of an instance that has
 * lost its partitions.
 */
@Readiness
@Singleton
class DecisionLoop implements HealthCheck {
  static final String CONSUMER = "routing";

  private static final Logger LOG = Logger.getLogger(DecisionLoop.class);
  private static final List<String> SOURCES =
      List.of(
          Topics.QUESTIONNAIRES,
          Topics.replay(CONSUMER, Topics.QUESTIONNAIRES),
          Topics.CASES,
          Topics.replay(CONSUMER, Topics.CASES));
  private static final Duration POLL = Duration.ofMillis(500);

  private final Map<String, Object> kafka;
  private final String transactionalId;
  private final EventCodec codec;
  private final DecideRequest decideRequest;
  private final MeterRegistry registry;
  private final ConsumerMetrics metrics;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Thread thread = Thread.ofPlatform().daemon().name("decisions").unstarted(this::run);
  private PassedOffsets passed = new PassedOffsets();
  private volatile boolean joined;

  DecisionLoop(
      @Identifier("default-kafka-broker") Map<String, Object> kafka,
      DecisionSettings settings,
      @ConfigProperty(name = "quarkus.http.port") int port,
      EventCodec codec,
      DecideRequest decideRequest,
      MeterRegistry registry) {
    this.kafka = kafka;
    this.transactionalId = settings.transactionalId().orElseGet(() -> transactionalId(port));
    this.codec = codec;
    this.decideRequest = decideRequest;
    this.registry = registry;
    this.metrics = new ConsumerMetrics(registry, CONSUMER);
  }

  static String transactionalId(int port) {
    return CONSUMER + "-" + HostName.getQualifiedHostName() + "-" + port;
  }

  void start(@Observes StartupEvent event) {
    thread.start();
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    stop.countDown();
    thread.join(Duration.ofSeconds(10));
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("decisions").status(thread.isAlive() && joined).build();
  }

  private void run() {
    while (stop.getCount() > 0) {
      try (KafkaConsumer<String, byte[]> consumer = consumer();
          KafkaProducer<String, byte[]> producer = producer();
          KafkaClientMetrics lag = new KafkaClientMetrics(consumer)) {
        TransactionVersion.requireSafe(kafka);
        lag.bindTo(registry);
        producer.initTransactions();
        passed = new PassedOffsets();
        consumer.subscribe(SOURCES);
        while (stop.getCount() > 0) {
          decide(consumer.poll(POLL), consumer, producer);
          joined = consumer.groupMetadata().generationId() >= 0;
        }
      } catch (Throwable e) { // an Error that ended this thread would silently stop the flow
        metrics.retried(Topics.QUESTIONNAIRES);
        LOG.warnf("decisions restart from the committed offsets: %s", Failure.describe(e));
        pause();
      } finally {
        joined = false;
      }
    }
  }

  private void decide(
      ConsumerRecords<String, byte[]> batch,
      KafkaConsumer<String, byte[]> consumer,
      KafkaProducer<String, byte[]> producer) {
    List<Runnable> counts = new ArrayList<>();
    List<ProducerRecord<String, byte[]>> results = new ArrayList<>();
    boolean decides = false;
    for (ConsumerRecord<String, byte[]> record : batch) {
      decides |= mayDecide(record);
      result(record, counts).ifPresent(results::add);
    }
    if (passed.isDue(batch.nextOffsets(), decides)) {
      producer.beginTransaction();
      results.forEach(producer::send);
      producer.sendOffsetsToTransaction(passed.of(consumer.assignment()), consumer.groupMetadata());
      producer.commitTransaction();
      passed.committed();
    }
    counts.forEach(Runnable::run);
  }

  private Optional<ProducerRecord<String, byte[]>> result(
      ConsumerRecord<String, byte[]> record, List<Runnable> counts) {
    if (!mayDecide(record)) {
      counts.add(() -> metrics.processed(record.topic()));
      return Optional.empty();
    }
    try {
      switch (codec.read(record.headers(), record.value())) {
        case Reading.Known known -> {
          counts.add(() -> metrics.processed(record.topic()));
          return decideRequest.decide(known.id(), known.event());
        }
        case Reading.Unknown unknown -> {
          counts.add(() -> metrics.skipped(record.topic()));
          return Optional.empty();
        }
        case Reading.Unreadable unreadable -> {
          return Optional.of(deadLetter(record, unreadable.reason(), counts));
        }
      }
    } catch (RuntimeException e) {
      if (Failure.of(e) == Failure.TRANSIENT) {
        throw e;
      }
      return Optional.of(deadLetter(record, Failure.describe(e), counts));
    }
  }

  /** By its header alone: the values of other events are not read. */
  private static boolean mayDecide(ConsumerRecord<String, byte[]> record) {
    Header type = record.headers().lastHeader("ce_type");
    return !record.topic().equals(Topics.CASES)
        || type == null
        || DecideRequest.mayDecide(new String(type.value(), UTF_8));
  }

  private ProducerRecord<String, byte[]> deadLetter(
      ConsumerRecord<String, byte[]> record, String reason, List<Runnable> counts) {
    counts.add(() -> metrics.deadLettered(record.topic()));
    LOG.errorf(
        "consumer %s dead-letters a record of %s, partition %d, offset %d: %s",
        CONSUMER, record.topic(), record.partition(), record.offset(), reason);
    ProducerRecord<String, byte[]> deadLetter =
        new ProducerRecord<>(
            Topics.deadLetters(CONSUMER, record.topic()),
            null,
            record.key(),
            record.value(),
            record.headers());
    DeadLetter.mark(
        deadLetter.headers(), record.topic(), record.partition(), record.offset(), reason);
    return deadLetter;
  }

  private void pause() {
    try {
      stop.await(1, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private KafkaConsumer<String, byte[]> consumer() {
    Map<String, Object> config = new HashMap<>(kafka);
    config.put(ConsumerConfig.GROUP_ID_CONFIG, CONSUMER);
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    // How long the partitions of a killed instance wait for the next one.
    config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
    return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
  }

  private KafkaProducer<String, byte[]> producer() {
    Map<String, Object> config = new HashMap<>(kafka);
    config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
    // How long the open transaction of a killed instance hides from readers what comes behind it.
    config.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 10_000);
    // The next transaction is refused until the markers of the last are written: decision 0014.
    config.put(ProducerConfig.RETRY_BACKOFF_MS_CONFIG, 2);
    // A broker that is away is detected, and the loop can be stopped.
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 15_000);
    // Room for a dead letter whose record was as long as its topic allows, and has more headers
    // now.
    config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 4 * 1024 * 1024);
    return new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
  }
}
