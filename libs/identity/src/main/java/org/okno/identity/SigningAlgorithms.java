package org.okno.identity;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.jwt.consumer.Validator;
import org.jspecify.annotations.Nullable;

/** Only tokens that are signed by one of two algorithms are valid. */
@ApplicationScoped
@Unremovable
public class SigningAlgorithms implements Validator {
  private static final Set<String> ACCEPTED = Set.of("RS256", "ES256");

  SigningAlgorithms() {}

  @Override
  @SuppressWarnings("NullAway") // null means: valid
  public @Nullable String validate(JwtContext token) {
    boolean accepted =
        token.getJoseObjects().stream()
            .allMatch(one -> ACCEPTED.contains(one.getAlgorithmHeaderValue()));
    return accepted ? null : "signed by an algorithm that is not accepted";
  }
}
