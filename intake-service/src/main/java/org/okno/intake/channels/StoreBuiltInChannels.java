package org.okno.intake.channels;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Stores the channels that intake is delivered with, at its start. */
@Singleton
class StoreBuiltInChannels {
  private final ChannelRepository repository;

  StoreBuiltInChannels(ChannelRepository repository) {
    this.repository = repository;
  }

  void start(@Observes StartupEvent event) {
    repository.saveBuiltIn(all());
  }

  /** All of them, as {@code files/index.txt} lists them. */
  static List<Channel> all() {
    return resource("files/index.txt")
        .lines()
        .map(name -> ChannelFileReader.read(resource("files/" + name)))
        .toList();
  }

  private static String resource(String name) {
    try (InputStream file =
        requireNonNull(StoreBuiltInChannels.class.getResourceAsStream(name), name)) {
      return new String(file.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
