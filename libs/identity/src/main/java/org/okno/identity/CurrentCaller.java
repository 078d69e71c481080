package org.okno.identity;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.RequestScoped;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.okno.contracts.Actor;

/** Who calls now, and which rows the request may see or change. */
@RequestScoped
public class CurrentCaller {
  private @Nullable Caller caller;
  private @Nullable Role role;
  private @Nullable Rows rows;

  CurrentCaller() {}

  void set(Caller current, Permission permitted) {
    caller = current;
    role = permitted.role();
    rows = permitted.rows();
  }

  /** Where nobody has a token: on a public endpoint, and in tests in place of the access filter. */
  public void set(Rows permitted) {
    rows = permitted;
  }

  /**
   * Does work of the service itself, which the caller's rows do not limit, such as recording what
   * the caller did. A transaction has to begin within it.
   */
  public <T> T unlimited(Supplier<T> work) {
    Rows limited = rows;
    rows = new Rows.All();
    try {
      return work.get();
    } finally {
      rows = limited;
    }
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
   * The rows that are permitted; all on an endpoint that is public.
   *
   * @throws NullPointerException where the access filter did not run
   */
  public Rows rows() {
    return requireNonNull(permitted(), "the access filter did not run");
  }

  /**
   * Who calls, as events record it: with the role that let them in.
   *
   * @throws NullPointerException on an endpoint that is public
   */
  public Actor actor() {
    return new Actor(caller().subject(), requireNonNull(role).code());
  }

  @Nullable Rows permitted() {
    return rows;
  }
}
