package org.okno.intake.channels;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The table {@code channel}, with the file of each channel. */
@Singleton
class ChannelRepository {
  private static final String FILE =
      "select file from channel where code = :code and file is not null";
  private static final String SAVE =
      """
      insert into channel (code, name_ru, name_kk, name_en, file, built_in)
      values (:code, :ru, :kk, :en, :file, :builtIn)
      on conflict (code) do update set name_ru = excluded.name_ru, name_kk = excluded.name_kk,
        name_en = excluded.name_en, file = excluded.file, built_in = excluded.built_in
      where not excluded.built_in or channel.built_in and channel.file is distinct from excluded.file
      """;

  private final Jdbi jdbi;

  ChannelRepository(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** The text of a channel's file; empty where there is no such channel, or it has none. */
  Optional<String> file(String code) {
    return jdbi.withHandle(
        handle -> handle.createQuery(FILE).bind("code", code).mapTo(String.class).findOne());
  }

  /** Stores a channel, in place of whatever had its code. */
  void save(Channel channel) {
    save(List.of(channel), false);
  }

  /** Stores channels that intake was delivered with, where nobody replaced them. */
  void saveBuiltIn(List<Channel> channels) {
    save(channels, true);
  }

  private void save(List<Channel> channels, boolean builtIn) {
    jdbi.useHandle(
        handle ->
            channels.forEach(
                channel ->
                    handle
                        .createUpdate(SAVE)
                        .bind("code", channel.code())
                        .bind("ru", channel.file().names().ru())
                        .bind("kk", channel.file().names().kk())
                        .bind("en", channel.file().names().en())
                        .bind("file", channel.text())
                        .bind("builtIn", builtIn)
                        .execute()));
  }
}
