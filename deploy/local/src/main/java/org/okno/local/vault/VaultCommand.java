package org.okno.local.vault;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import org.okno.local.client.Caller;
import org.okno.local.client.Services;
import org.okno.local.run.DataOption;
import org.okno.local.run.Stacks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The vault of the running stack. */
@Command(
    name = "vault",
    description = "Verifies the journal of accesses to personal data, and rotates the vault's key.")
public final class VaultCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  @Command(
      name = "audit",
      description =
          "Verifies each entry of the access journal and compares it with its topic. Exit code 1 where one is"
              + " missing or changed; the first one is named.")
  int audit(@Mixin DataOption data) {
    try (Services services = services(data)) {
      JsonNode audit =
          services
              .as(Caller.PROTECTION_OFFICER)
              .get("intake", "/v1/accesses/audit")
              .orFail("audit the access journal");
      PrintWriter out = spec.commandLine().getOut();
      out.printf(
          "Entries verified: %d, of these not on the topic yet: %d%n",
          audit.path("entries").asLong(), audit.path("unpublished").asLong());
      JsonNode broken = audit.path("broken");
      if (broken.isMissingNode()) {
        out.println("Every entry is as it was written.");
        return 0;
      }
      out.printf(
          "BROKEN at entry %d: %s. The topic okno.accesses has what was written.%n",
          broken.path("number").asLong(), broken.path("finding").asText());
      return 1;
    }
  }

  @Command(
      name = "rotate",
      description = {
        "Adds a key that wraps data keys, wraps all of them again and destroys the old key, while requests are accepted.",
        "Backups from before cannot be opened afterwards: make a new one. Run again, it continues where it was interrupted."
      })
  int rotate(@Mixin DataOption data) {
    try (Services services = services(data)) {
      new KeyRotation(services.as(Caller.ADMINISTRATOR), spec.commandLine().getOut()).run();
      return 0;
    }
  }

  private static Services services(DataOption data) {
    return Services.of(new Stacks(data.folder()).requireReady());
  }
}
