package org.okno.engines.connect;

import org.apache.kafka.connect.cli.ConnectDistributed;

/** Connect's own JVM. */
public final class ConnectMain {

  private ConnectMain() {}

  /**
   * Arguments: the worker's properties, and the file that says who may use its REST interface. A
   * flag of the JVM instead would make its AOT cache one of this data folder only.
   */
  public static void main(String[] arguments) {
    System.setProperty("java.security.auth.login.config", arguments[1]);
    ConnectDistributed.main(new String[] {arguments[0]});
  }
}
