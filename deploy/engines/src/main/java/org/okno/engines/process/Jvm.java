package org.okno.engines.process;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.okno.engines.Home;

/**
 * A JVM of its own, of the same JDK as this one.
 *
 * @param flags of the JVM, such as {@code -Xmx256m}
 * @param classPath in the order of class lookup
 * @param main the main class
 * @param arguments for {@code main}
 */
public record Jvm(List<String> flags, List<Path> classPath, String main, List<String> arguments) {

  public Jvm {
    flags = List.copyOf(flags);
    classPath = List.copyOf(classPath);
    arguments = List.copyOf(arguments);
  }

  /** A main class of this module or of the engines' jars. */
  public static Jvm engine(Home home, String main, List<String> flags, String... arguments) {
    List<String> all = new ArrayList<>(List.of("-Dfile.encoding=UTF-8"));
    all.addAll(flags);
    all.add("-Dlog4j2.configurationFile=classpath:engine-log4j2.properties");
    List<Path> classPath = new ArrayList<>(List.of(home.classes()));
    classPath.addAll(home.libraryJars());
    return new Jvm(all, classPath, main, List.of(arguments));
  }

  /** Its command line. */
  public Command command() {
    return command(List.of());
  }

  Command command(List<String> moreFlags) {
    List<String> words = new ArrayList<>(List.of(java()));
    words.addAll(flags);
    words.addAll(moreFlags);
    words.addAll(List.of("-cp", joined(), main));
    words.addAll(arguments);
    return new Command(words);
  }

  /**
   * Runs it to its end.
   *
   * @throws org.okno.engines.EngineException with its output when it fails
   */
  public void run() {
    command().run();
  }

  /**
   * Runs it to its end with these environment variables added; passes its output to {@code line}.
   *
   * @return its exit code
   */
  public int run(Map<String, String> environment, Consumer<String> line) {
    return command().run(environment, line);
  }

  private String joined() {
    return classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
