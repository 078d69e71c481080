package org.okno.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelFileTest {
  private static final NeedClassifier NEEDS =
      new NeedTraining(Phrases.settings(), 2).train(Phrases.needs());

  @Test
  void shouldReadBackWhatItWrote() throws IOException {
    NeedClassifier read = read(written());
    for (Example example : Phrases.needs()) {
      assertThat(read.candidates(example.text(), List.of()))
          .isEqualTo(NEEDS.candidates(example.text(), List.of()));
    }
    assertThat(read.explain("нужны лекарства", "medicine", 2))
        .isEqualTo(NEEDS.explain("нужны лекарства", "medicine", 2));
  }

  @Test
  void shouldHoldNoWordOfATextItLearnedFrom() throws IOException {
    assertThat(new String(written(), StandardCharsets.UTF_8)).doesNotContain("лекарств", "mother");
  }

  @Test
  void shouldRefuseAModelOfAnotherVersion() throws IOException {
    byte[] other = written();
    other[11] = 9;
    assertThatThrownBy(() -> read(other))
        .isInstanceOf(IOException.class)
        .hasMessage("a model of version 9; this program reads version 1");
  }

  @Test
  void shouldRefuseWhatIsNoModel() {
    assertThatThrownBy(() -> read("certainly no model".getBytes(StandardCharsets.UTF_8)))
        .hasMessage("not a model of suggestions");
  }

  @Test
  void shouldRefuseADamagedModel() throws IOException {
    byte[] damaged = written();
    damaged[damaged.length - 20] ^= 1;
    assertThatThrownBy(() -> read(damaged)).hasMessage("a damaged model: its checksum differs");
  }

  @Test
  void shouldRefuseHalfAModel() throws IOException {
    byte[] half = Arrays.copyOf(written(), 200);
    assertThatThrownBy(() -> read(half)).isInstanceOf(EOFException.class);
  }

  private static byte[] written() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ModelFile.write(NEEDS, out);
    return out.toByteArray();
  }

  private static NeedClassifier read(byte[] bytes) throws IOException {
    return ModelFile.read(new ByteArrayInputStream(bytes));
  }
}
