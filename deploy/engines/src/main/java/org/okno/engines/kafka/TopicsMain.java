package org.okno.engines.kafka;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/** Creates missing topics and grants access on any cluster; in production too. */
public final class TopicsMain {

  private TopicsMain() {}

  /**
   * Arguments: the settings of an administrator's client, {@code bootstrap.servers} among them; the
   * topic definitions; the access.
   */
  public static void main(String[] arguments) throws Exception {
    prepare(Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2]));
  }

  static void prepare(Path client, Path topics, Path access)
      throws IOException, ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(ClientSettings.read(client).with(Map.of()))) {
      Topics.read(topics).createMissing(admin);
      Access.read(access).apply(admin);
    }
  }
}
