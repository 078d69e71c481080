package org.okno.intake.questionnaire;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;

/** Phone numbers as people write them. */
final class PhoneNumbers {
  private static final String HOME = "RU";
  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

  private PhoneNumbers() {}

  /**
   * The number in E.164, with {@code ;ext=} where it has an extension; a number without a country
   * code is Russian. Empty where it cannot be dialled. Only the length is checked: numbering plans
   * grow faster than libraries are updated, and nobody's call for help may be refused for that.
   */
  static Optional<String> normalized(String written) {
    try {
      PhoneNumber number = NUMBERS.parse(written, HOME);
      if (NUMBERS.isPossibleNumberWithReason(number) != ValidationResult.IS_POSSIBLE) {
        return Optional.empty();
      }
      String e164 = NUMBERS.format(number, PhoneNumberFormat.E164);
      return Optional.of(number.hasExtension() ? e164 + ";ext=" + number.getExtension() : e164);
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }
}
