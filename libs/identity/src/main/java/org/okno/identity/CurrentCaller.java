package org.okno.identity;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;
import org.okno.contracts.Actor;

/** Who calls now, and which rows the request may see or change. */
@RequestScoped
public class CurrentCaller {
  private @Nullable Caller caller;
  private @Nullable Permission permission;

  CurrentCaller() {}

  void set(Caller current, Permission permitted) {
    caller = current;
    permission = permitted;
  }

  /**
   * Who calls.
   *
   * @throws NullPointerException on an endpoint that is public
   */
  public Caller caller() {
    return requireNonNull(caller, "a public endpoint has no caller");
  }

  /**
   * The rows that are permitted.
   *
   * @throws NullPointerException on an endpoint that is public
   */
  public Rows rows() {
    return permission().rows();
  }

  /**
   * Who calls, as events record it: with the role that let them in.
   *
   * @throws NullPointerException on an endpoint that is public
   */
  public Actor actor() {
    return new Actor(caller().subject(), permission().role().code());
  }

  private Permission permission() {
    return requireNonNull(permission, "a public endpoint has no rows");
  }
}
