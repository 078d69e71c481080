package org.okno.intake.channels;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * The channels, by their codes. A file that another instance stored is seen within {@link
 * ChannelSettings#cacheFor}.
 */
@Singleton
public class Channels {
  private final ChannelRepository repository;
  private final Cache<String, Optional<String>> files;
  private final Cache<String, Channel> compiled;

  Channels(ChannelRepository repository, ChannelSettings settings) {
    this.repository = repository;
    this.files =
        Caffeine.newBuilder()
            .maximumSize(settings.cached())
            .expireAfterWrite(settings.cacheFor())
            .build();
    this.compiled = Caffeine.newBuilder().maximumSize(settings.cached()).build();
  }

  /** The channel with this code; empty where there is none, or it has no file. */
  public Optional<Channel> find(String code) {
    return files.get(code, repository::file).map(this::compiled);
  }

  /** Stores a channel, in place of whatever had its code. */
  void save(Channel channel) {
    repository.save(channel);
    files.invalidate(channel.code());
  }

  private Channel compiled(String file) {
    return compiled.get(file, ChannelFileReader::read);
  }
}
