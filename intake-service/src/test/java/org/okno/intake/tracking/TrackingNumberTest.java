package org.okno.intake.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TrackingNumberTest {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  @Test
  void shouldParseItsOwnNumbers() {
    for (int i = 0; i < 1000; i++) {
      String number = TrackingNumber.next();

      assertThat(number)
          .matches("[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{2}");
      assertThat(TrackingNumber.parse(number)).contains(number);
    }
  }

  @Test
  void shouldForgiveHowPeopleWrite() {
    String number = TrackingNumber.next();
    while (!number.contains("0") || !number.contains("1")) {
      number = TrackingNumber.next();
    }

    assertThat(TrackingNumber.parse(number.toLowerCase(Locale.ROOT))).contains(number);
    assertThat(TrackingNumber.parse(number.replace("-", ""))).contains(number);
    assertThat(TrackingNumber.parse(" " + number.replace("-", " ") + " ")).contains(number);
    assertThat(TrackingNumber.parse(number.replace('0', 'O').replace('1', 'l'))).contains(number);
    assertThat(TrackingNumber.parse(number.replace('0', 'o').replace('1', 'I'))).contains(number);
  }

  @Test
  void shouldCatchEveryMistypedCharacter() {
    String number = TrackingNumber.next();
    for (int position = 0; position < number.length(); position++) {
      for (char other : ALPHABET.toCharArray()) {
        if (number.charAt(position) != '-' && number.charAt(position) != other) {
          String mistyped = number.substring(0, position) + other + number.substring(position + 1);
          assertThat(TrackingNumber.parse(mistyped)).isEmpty();
        }
      }
    }
  }

  @Test
  void shouldRejectWhatIsNoNumber() {
    assertThat(TrackingNumber.parse("")).isEmpty();
    assertThat(TrackingNumber.parse("номер")).isEmpty();
    assertThat(TrackingNumber.parse("0000-0000-000")).isEmpty();
  }

  @Test
  void shouldNotRepeatItself() {
    Set<String> numbers = new HashSet<>();
    for (int i = 0; i < 10_000; i++) {
      assertThat(numbers.add(TrackingNumber.next())).isTrue();
    }
  }
}
