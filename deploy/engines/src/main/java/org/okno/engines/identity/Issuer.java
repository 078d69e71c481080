package org.okno.engines.identity;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** Who issues the tokens of a stack on one machine. Whoever can read its folder can be anybody. */
public interface Issuer {

  /** Starts to serve, and returns when it does; does nothing when it already does. */
  void start();

  /** Stops to serve; does nothing when it does not. */
  void stop();

  /** Whether services reach it now. */
  boolean isServing();

  /** The issuer in its tokens, which is its address. */
  String url();

  /**
   * A token that is valid from now on.
   *
   * @param roles such as {@code operator}
   * @param claims such as {@code agency}, {@code territory}, {@code channel}
   */
  String token(Set<String> roles, Map<String, String> claims, Duration lifetime);

  /** The secret of a machine that gets its tokens here, such as {@code analytics}. */
  String clientSecret(String client);
}
