package org.okno.identity;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.okno.contracts.Codes;

/** What a caller is to Okno: the claim {@code roles} of the token, as codes. */
public enum Role {
  CHANNEL,
  OPERATOR,
  DISPATCHER,
  SPECIALIST,
  HEAD_OF_AGENCY,
  COORDINATOR,
  ANALYST,
  /** Reads numbers as an analyst does, those below 5 too. */
  STATISTICIAN,
  DATA_PROTECTION_OFFICER,
  ADMINISTRATOR,
  /** Another service of Okno. */
  SERVICE;

  private static final Map<String, Role> BY_CODE =
      Arrays.stream(values()).collect(Collectors.toMap(Role::code, Function.identity()));

  /** As the token and events write it: {@code head-of-agency}. */
  public String code() {
    return Codes.of(this);
  }

  /** The role with this code; empty for a role of something else that has the same issuer. */
  public static Optional<Role> ofCode(String code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }
}
