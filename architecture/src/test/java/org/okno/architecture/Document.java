package org.okno.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page for people, and what it names. */
record Document(Path file, String text) {
  private static final Pattern LINK = Pattern.compile("(?<!!)\\[[^\\]\\n]*\\]\\(([^)\\s]+)\\)");
  private static final Pattern CODE = Pattern.compile("(?<!`)`([^`\\n]+)`(?!`)");
  private static final Pattern COMMAND = Pattern.compile("\\./okno +([a-z][a-z-]*)");
  private static final Pattern BUILD = Pattern.compile("\\./mvnw\\b[^\\n`]*? -pl +([^\\s`]+)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+?) *$");
  private static final Pattern FENCED = Pattern.compile("(?ms)^ *```.*?^ *``` *$");

  /** README, CONTRIBUTING and every page under {@code docs}. */
  static List<Document> all() {
    try (Stream<Path> docs = Files.walk(Codebase.at("docs"))) {
      return Stream.concat(
              Stream.of("README.md", "CONTRIBUTING.md").map(Codebase::at).filter(Files::exists),
              docs.filter(file -> file.toString().endsWith(".md")).sorted())
          .map(file -> new Document(file, Codebase.read(file)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where the links to files of this repository go, as written. */
  Stream<String> links() {
    return found(LINK, withoutBlocks()).filter(link -> !link.matches("[a-z]+:.*"));
  }

  /**
   * Paths of this repository in running text: inline code that begins with a file or a folder at
   * the root. Placeholders ({@code <service>}, {@code …}, {@code *}) end a path.
   */
  Stream<String> paths(Set<String> atTheRoot) {
    return found(CODE, withoutBlocks())
        .filter(code -> !code.contains(" ") && code.contains("/"))
        .filter(code -> atTheRoot.contains(code.substring(0, code.indexOf('/'))))
        .map(code -> code.replaceFirst("[^/]*[<…*{].*", "").replaceFirst("#.*", ""));
  }

  /** The commands it tells people to give to {@code ./okno}. */
  Stream<String> commands() {
    return found(COMMAND, text);
  }

  /** The modules it tells people to build. */
  Stream<String> builds() {
    return found(BUILD, text).flatMap(modules -> Stream.of(modules.split(",")));
  }

  /**
   * Whether a link to {@code #anchor} of this page leads anywhere, by GitHub's rule for anchors.
   */
  boolean hasAnchor(String anchor) {
    return found(HEADING, withoutBlocks()).map(Document::anchor).anyMatch(anchor::equals);
  }

  private static String anchor(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}_ -]", "").replace(' ', '-');
  }

  private String withoutBlocks() {
    return FENCED.matcher(text).replaceAll("");
  }

  private static Stream<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(match -> match.group(1));
  }

  @Override
  public String toString() {
    return Codebase.named(file);
  }
}
