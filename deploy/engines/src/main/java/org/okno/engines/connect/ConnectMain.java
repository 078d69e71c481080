package org.okno.engines.connect;

import org.apache.kafka.connect.cli.ConnectDistributed;

/** Connect's own JVM. */
public final class ConnectMain {

  private ConnectMain() {}

  /** Arguments: the worker's properties. */
  public static void main(String[] arguments) {
    ConnectDistributed.main(arguments);
  }
}
