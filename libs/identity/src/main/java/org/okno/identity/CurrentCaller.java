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

  void set(Caller current, Rows permitted) {
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
   * The rows that are permitted.
   *
   * @throws NullPointerException on an endpoint that is public
   */
  public Rows rows() {
    return requireNonNull(rows, "a public endpoint has no rows");
  }
}
