package org.okno.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.okno.engines.kafka.ClientSettings;
import org.okno.local.client.TopicReader;

/**
 * Searches for words that may appear nowhere: in files, and in topics, where compression would hide
 * them from a search of the files.
 */
record Traces(List<byte[]> words) {

  static Traces of(List<String> words) {
    return new Traces(words.stream().map(w -> w.getBytes(StandardCharsets.UTF_8)).toList());
  }

  /** Files below a folder that hold one of the words. */
  List<Path> in(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).filter(this::holdsAny).toList();
    }
  }

  private boolean holdsAny(Path file) {
    try {
      return holdsAny(Files.readAllBytes(file));
    } catch (java.nio.file.NoSuchFileException e) {
      return false; // the engine deleted it meanwhile
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Topics with a record that holds one of the words in its key, value or headers. */
  List<String> inTopics(ClientSettings kafka) {
    Map<String, Object> config =
        kafka.with(
            Map.of(
                "key.deserializer",
                ByteArrayDeserializer.class,
                "value.deserializer",
                ByteArrayDeserializer.class,
                "auto.offset.reset",
                "earliest"));
    List<String> found = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(config)) {
      List<TopicPartition> partitions =
          consumer.listTopics().values().stream()
              .flatMap(List::stream)
              .filter(p -> !p.topic().startsWith("__"))
              .map(p -> new TopicPartition(p.topic(), p.partition()))
              .toList();
      TopicReader.readAll(
          consumer,
          partitions,
          record -> {
            record.headers().forEach(h -> note(found, record.topic(), h.value()));
            note(found, record.topic(), record.key());
            note(found, record.topic(), record.value());
          });
    }
    return found;
  }

  private void note(
      List<String> found, String topic, byte @org.jspecify.annotations.Nullable [] bytes) {
    if (bytes != null && holdsAny(bytes)) {
      found.add(topic);
    }
  }

  private boolean holdsAny(byte[] bytes) {
    return words.stream().anyMatch(word -> holds(bytes, word));
  }

  private static boolean holds(byte[] bytes, byte[] word) {
    for (int at = 0; at <= bytes.length - word.length; at++) {
      int same = 0;
      while (same < word.length && bytes[at + same] == word[same]) {
        same++;
      }
      if (same == word.length) {
        return true;
      }
    }
    return false;
  }
}
