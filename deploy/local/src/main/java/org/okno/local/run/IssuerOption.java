package org.okno.local.run;

import java.nio.file.Files;
import org.okno.engines.EngineException;
import org.okno.engines.Home;
import org.okno.engines.identity.Issuer;
import org.okno.engines.stack.Ports;
import org.okno.engines.stack.Settings;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Selects the issuer of a stack, which need not run. */
public final class IssuerOption {

  @Mixin private DataOption data = new DataOption();

  @Option(
      names = "--port-issuer",
      paramLabel = "PORT",
      description = "Port of the issuer of a stack that does not run (default: ${DEFAULT-VALUE}).")
  private int port = Ports.DEFAULT_ISSUER;

  /**
   * The issuer, to sign tokens.
   *
   * @throws EngineException when no stack was ever started on the folder
   */
  public Issuer issuer() {
    Stacks stacks = new Stacks(data.folder());
    Settings settings =
        stacks
            .running()
            .map(stacks::settings)
            .orElseGet(
                () ->
                    Settings.of(
                        Home.find(), data.folder(), new Ports(Ports.defaults().byPart(), port)));
    if (!Files.exists(settings.identity())) {
      throw new EngineException(
          "No stack was started on %s, so it has no key to sign with. Start it with: ./okno up"
              .formatted(data.folder()));
    }
    return settings.issuer();
  }
}
