package org.okno.local.client;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What somebody may do, as the claim {@code roles} of a token names it. */
public enum Role {
  CHANNEL("channel"),
  OPERATOR(null),
  DISPATCHER(null),
  SPECIALIST("agency"),
  HEAD_OF_AGENCY("agency"),
  COORDINATOR("territory"),
  ANALYST(null),
  STATISTICIAN(null),
  DATA_PROTECTION_OFFICER(null),
  ADMINISTRATOR(null),
  SERVICE(null);

  private final @Nullable String scope;

  Role(@Nullable String scope) {
    this.scope = scope;
  }

  /** Its name in tokens and commands. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The claim that says whose rows it may see, where it needs one. */
  public Optional<String> scope() {
    return Optional.ofNullable(scope);
  }

  /** The role with this label. */
  public static Optional<Role> of(String label) {
    return Arrays.stream(values()).filter(role -> role.label().equals(label)).findFirst();
  }

  public static List<String> labels() {
    return Arrays.stream(values()).map(Role::label).toList();
  }

  @Override
  public String toString() {
    return label();
  }
}
