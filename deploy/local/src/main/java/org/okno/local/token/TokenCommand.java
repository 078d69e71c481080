package org.okno.local.token;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.okno.engines.identity.Issuer;
import org.okno.local.client.Caller;
import org.okno.local.client.Role;
import org.okno.local.run.IssuerOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Prints a token of the local stack's issuer, and nothing else. */
@Command(
    name = "token",
    description = {
      "Prints a token for the services of the local stack, for example:",
      "curl -H \"Authorization: Bearer $(./okno token --role dispatcher)\" http://127.0.0.1:8082/v1/triage"
    })
public final class TokenCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private IssuerOption issuer = new IssuerOption();

  @Option(
      names = "--role",
      required = true,
      converter = RoleName.class,
      completionCandidates = RoleNames.class,
      description = "One of: ${COMPLETION-CANDIDATES}.")
  private Role role = Role.OPERATOR;

  @Option(
      names = "--agency",
      paramLabel = "ID",
      description = "Whose needs a specialist or a head of agency sees.")
  private @Nullable String agency;

  @Option(
      names = "--territory",
      paramLabel = "CODE",
      description = "What a coordinator sees, with everything below it.")
  private @Nullable String territory;

  @Option(
      names = "--channel",
      paramLabel = "CODE",
      description = "Whose requests a channel posts and reads.")
  private @Nullable String channel;

  @Option(
      names = "--for",
      paramLabel = "DURATION",
      converter = ShortDuration.class,
      description = "How long it is valid, such as 30s, 15m or 8h (default: 1h).")
  private Duration lifetime = Duration.ofHours(1);

  @Override
  public Integer call() {
    Caller caller = caller();
    Issuer signing = issuer.issuer();
    spec.commandLine()
        .getOut()
        .println(signing.token(caller.roleLabels(), caller.claims(), lifetime));
    return 0;
  }

  private Caller caller() {
    Map<String, String> scope = new TreeMap<>();
    put(scope, "agency", agency);
    put(scope, "territory", territory);
    put(scope, "channel", channel);
    role.scope()
        .filter(claim -> !scope.containsKey(claim))
        .ifPresent(
            claim -> {
              throw new ParameterException(
                  spec.commandLine(),
                  "The role %s needs --%s: without it nothing is visible.".formatted(role, claim));
            });
    return Caller.of(role, scope);
  }

  private static void put(Map<String, String> scope, String claim, @Nullable String value) {
    if (value != null) {
      scope.put(claim, value);
    }
  }

  /** The labels of all roles, for the help. */
  static final class RoleNames implements Iterable<String> {
    @Override
    public java.util.Iterator<String> iterator() {
      return Role.labels().iterator();
    }
  }

  /** A role by its label. */
  static final class RoleName implements ITypeConverter<Role> {
    @Override
    public Role convert(String label) {
      return Role.of(label)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "there is no role '%s': %s"
                          .formatted(label, String.join(", ", Role.labels()))));
    }
  }

  /** A duration such as {@code 15m}, or in ISO 8601. */
  static final class ShortDuration implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
      try {
        String upper = text.toUpperCase(Locale.ROOT);
        Duration duration = Duration.parse(upper.startsWith("P") ? upper : "PT" + upper);
        if (duration.isPositive()) {
          return duration;
        }
      } catch (DateTimeParseException e) {
        // The same message as for one that is not positive.
      }
      throw new TypeConversionException(
          "'%s' is no duration; write it as 30s, 15m or 8h".formatted(text));
    }
  }
}
