package org.okno.identity;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** Who calls now, and which rows the request may see or change. */
@RequestScoped
public class CurrentCaller {
  private @Nullable Caller caller;
  private @Nullable Rows rows;

  CurrentCaller() {}

  /** Only for the access filter, and for tests in its place. */
  public void set(@Nullable Caller current, Rows permitted) {
    caller = current;
    rows = permitted;
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

  @Nullable Rows permitted() {
    return rows;
  }
}
