package org.okno.analytics.summary;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/** Rows in the state store: a version byte, numbers, and the histograms with their lengths. */
final class RowSerde implements Serde<Row> {
  // A later form is a higher version that still reads this one: the state outlives a release.
  private static final int VERSION = 3;
  private static final int WITH_RETURNED = 2;
  private static final int FIRST = 1;

  @Override
  public Serializer<Row> serializer() {
    return (topic, row) -> row == null ? null : write(row);
  }

  @Override
  public Deserializer<Row> deserializer() {
    return (topic, bytes) -> bytes == null ? null : read(bytes);
  }

  private static byte[] write(Row row) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      out.writeLong(row.revision);
      out.writeLong(row.revisedAt.getEpochSecond());
      out.writeInt(row.revisedAt.getNano());
      out.writeLong(row.requests);
      out.writeLong(row.received);
      out.writeLong(row.routed);
      out.writeLong(row.accepted);
      out.writeLong(row.resolved);
      out.writeLong(row.declined);
      out.writeLong(row.returned);
      out.writeLong(row.reopened);
      out.writeLong(row.withdrawn);
      out.writeLong(row.inTriage);
      out.writeLong(row.openAtEnd);
      write(out, row.toDecision);
      write(out, row.toAcceptance);
      write(out, row.toOutcome);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static Row read(byte[] bytes) {
    Row row = new Row();
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      int version = in.readByte();
      if (version < FIRST || version > VERSION) {
        throw new IllegalStateException("the state is of version " + version + ", unknown here");
      }
      row.revision = in.readLong();
      row.revisedAt = Instant.ofEpochSecond(in.readLong(), in.readInt());
      row.requests = in.readLong();
      row.received = in.readLong();
      row.routed = in.readLong();
      row.accepted = in.readLong();
      row.resolved = in.readLong();
      row.declined = in.readLong();
      if (version >= WITH_RETURNED) {
        row.returned = in.readLong();
        row.reopened = in.readLong();
      }
      if (version >= VERSION) {
        row.withdrawn = in.readLong();
      }
      row.inTriage = in.readLong();
      row.openAtEnd = in.readLong();
      row.toDecision = readHistogram(in);
      row.toAcceptance = readHistogram(in);
      row.toOutcome = readHistogram(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return row;
  }

  private static void write(DataOutputStream out, DurationHistogram histogram) throws IOException {
    byte[] encoded = histogram.encode();
    out.writeInt(encoded.length);
    out.write(encoded);
  }

  private static DurationHistogram readHistogram(DataInputStream in) throws IOException {
    return DurationHistogram.decode(in.readNBytes(in.readInt()));
  }
}
