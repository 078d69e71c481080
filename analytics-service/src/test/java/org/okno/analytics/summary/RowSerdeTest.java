package org.okno.analytics.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowSerdeTest {
  private final RowSerde serde = new RowSerde();

  @Test
  void shouldReadBackWhatItWrote() {
    Row row = Row.from(7);
    row.returned = 3;
    row.reopened = 2;
    row.withdrawn = 4;
    row.openAtEnd = 5;

    Row read = serde.deserializer().deserialize("rows", serde.serializer().serialize("rows", row));

    assertThat(read).usingRecursiveComparison().isEqualTo(row);
  }

  @ParameterizedTest
  @CsvSource({"1, 8", "2, 10"})
  void shouldReadTheStateOfEarlierReleases(int version, int numbers) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(version);
      out.writeLong(9);
      out.writeLong(Instant.EPOCH.getEpochSecond());
      out.writeInt(0);
      for (long number = 1; number <= numbers; number++) {
        out.writeLong(number);
      }
      for (int histogram = 0; histogram < 3; histogram++) {
        byte[] none = DurationHistogram.NONE.encode();
        out.writeInt(none.length);
        out.write(none);
      }
    }

    Row row = serde.deserializer().deserialize("rows", bytes.toByteArray());

    assertThat(row.declined).isEqualTo(6);
    assertThat(row.returned).isEqualTo(version == 1 ? 0 : 7);
    assertThat(row.withdrawn).isZero();
    assertThat(row.inTriage).isEqualTo(numbers - 1);
    assertThat(row.openAtEnd).isEqualTo(numbers);
  }
}
