package org.okno.messaging;

import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.okno.contracts.Event;

/**
 * An event with its envelope and the record it came in.
 *
 * @param id CloudEvents id: equal ids are the same event
 * @param time CloudEvents time
 */
public record ReceivedEvent(
    UUID id, Instant time, Event event, ConsumerRecord<String, byte[]> record) {}
