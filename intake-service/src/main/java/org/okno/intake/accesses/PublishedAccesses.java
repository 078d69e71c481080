package org.okno.intake.accesses;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.okno.contracts.IntakeEvent.AccessRecorded;
import org.okno.contracts.Topics;
import org.okno.messaging.EventCodec;
import org.okno.messaging.Reading;
import org.okno.messaging.audit.PublishedEvents;

/** The access journal as its topic has it: nobody changes it there. */
@Singleton
class PublishedAccesses {
  private final PublishedEvents published;
  private final EventCodec codec;

  PublishedAccesses(PublishedEvents published, EventCodec codec) {
    this.published = published;
    this.codec = codec;
  }

  /** The hash of each entry, by its number; of several with one number the first. */
  TreeMap<Long, String> hashes() {
    TreeMap<Long, String> hashes = new TreeMap<>();
    published.read(
        Topics.ACCESSES,
        Instant.EPOCH,
        record -> {
          add(record, hashes);
          return true;
        });
    return hashes;
  }

  private void add(ConsumerRecord<String, byte[]> record, Map<Long, String> hashes) {
    if (codec.read(record.headers(), record.value()) instanceof Reading.Known known
        && known.event() instanceof AccessRecorded access) {
      hashes.putIfAbsent(access.number(), access.hash());
    }
  }
}
