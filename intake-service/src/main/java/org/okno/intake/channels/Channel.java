package org.okno.intake.channels;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.okno.intake.mapping.Mapping;

/**
 * A channel, ready for its messages.
 *
 * @param text of the file
 * @param mapping null where a message is a questionnaire
 * @param accepted makes the body of a response; null where it is Okno's own
 * @param rejected makes the body of an error; null where it is Okno's own
 */
public record Channel(
    ChannelFile file,
    String text,
    @Nullable Mapping mapping,
    @Nullable Mapping accepted,
    @Nullable Mapping rejected) {
  /** Longest message, where the file says nothing. */
  static final int MESSAGE_BYTES = 256 * 1024;

  /** Its code. */
  public String code() {
    return file.code();
  }

  /** What its messages look like. */
  public WireFormat format() {
    return file.format();
  }

  /** How its software may prove who it is. */
  public Set<Authentication> authentication() {
    return file.authentication();
  }

  /** Who waits for whom. */
  public Priority priority() {
    return file.order();
  }

  /** Longest message in bytes. */
  public int messageBytes() {
    Integer bytes = file.bounds().messageBytes();
    return bytes == null ? MESSAGE_BYTES : bytes;
  }

  // A record's own toString would write samples into a log.
  @Override
  public String toString() {
    return "Channel " + code();
  }
}
