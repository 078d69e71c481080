package org.okno.local.build;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.okno.engines.Home;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/**
 * The same as {@code ./mvnw verify}. The start script runs it without building first; this class is
 * for the usage help.
 */
@Command(
    name = "test",
    description = "Runs every test: ./mvnw verify, with the arguments that follow.")
public final class TestCommand implements Callable<Integer> {

  @Unmatched private List<String> arguments = new ArrayList<>();

  @Override
  public Integer call() throws IOException, InterruptedException {
    Home home = Home.find();
    List<String> words = new ArrayList<>(List.of(home.root().resolve("mvnw").toString(), "verify"));
    words.addAll(arguments);
    return new ProcessBuilder(words).directory(home.root().toFile()).inheritIO().start().waitFor();
  }
}
