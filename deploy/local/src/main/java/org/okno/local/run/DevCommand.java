package org.okno.local.run;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.okno.engines.EngineException;
import org.okno.engines.stack.Environment;
import org.okno.engines.stack.Part;
import org.okno.engines.stack.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs one service from its sources instead of the built one. */
@Command(
    name = "dev",
    description =
        "Runs one service in Quarkus' dev mode against the running stack; afterwards the built one runs again.")
public final class DevCommand implements Callable<Integer> {

  @Mixin private PartArgument argument = new PartArgument();

  @Override
  public Integer call() throws IOException, InterruptedException {
    Part service = argument.part();
    if (!service.isService()) {
      throw new EngineException(
          service.label() + " is an engine and has no dev mode. Services: " + Part.services());
    }
    Stacks stacks = new Stacks(argument.data().folder());
    Settings settings = stacks.settings(stacks.required());
    SupervisorClient supervisor = argument.supervisor();
    supervisor.stop(service);
    Process maven = maven(service, settings).start();
    Thread restart = new Thread(() -> restart(maven, supervisor, service), "restart");
    // Ctrl-C ends this process too: the built service must be restarted then as well.
    Runtime.getRuntime().addShutdownHook(restart);
    return maven.waitFor();
  }

  private static ProcessBuilder maven(Part service, Settings settings) {
    List<String> words =
        List.of(
            settings.home().root().resolve("mvnw").toString(),
            "compile",
            "quarkus:dev",
            "-pl",
            service.label() + "-service",
            "-am");
    ProcessBuilder builder =
        new ProcessBuilder(words).directory(settings.home().root().toFile()).inheritIO();
    builder.environment().putAll(new Environment(settings).of(service));
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    return builder;
  }

  private static void restart(Process maven, SupervisorClient supervisor, Part service) {
    try {
      maven.destroy();
      maven.waitFor();
      System.out.println("Starting the built " + service.label() + " again …");
      supervisor.start(service);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
