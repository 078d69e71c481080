package org.okno.intake.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class MappingTest {
  private static final MappingBounds BOUNDS =
      new MappingBounds(Duration.ofMillis(300), 200, 10_000, 1 << 20, 128L << 20);

  private final MappingThreads threads = new MappingThreads(2, BOUNDS);

  @AfterEach
  void close() {
    threads.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"a": b.c}                                 | {"b": {"c": "x"}}  | {"a":"x"}
          {"a": missing, "b": null}                  | {"b": null}        | {}
          {"needs": topics.{"need": $}[]}            | {"topics": "food"} | {"needs":[{"need":"food"}]}
          $join([a, missing, b], " ")                | {"a":"x","b":"y"}  | "x y"
          $join(["", "x", ""], "-")                  | {}                 | "-x-"
          $replace("a-b-c", "-", "+")                | {}                 | "a+b+c"
          $split("1;2", ";")                         | {}                 | ["1","2"]
          $toMillis("02.03.2026", "[D01].[M01].[Y0001]") | {}             | 1772409600000
          n + 1                                      | {"n": 1}           | 2
          $sum(list)                                 | {"list": [1,2.5]}  | 3.5
          """)
  void shouldMap(String expression, String input, String output) {
    assertThat(map(expression, input)).isEqualTo(json(output));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "a.b[", "{\"a\": }", "$foo(", "\"unended", ")"})
  void shouldSayWhereAnExpressionIsNone(String expression) {
    assertThatThrownBy(() -> Mapping.of(expression))
        .isInstanceOf(MappingException.class)
        .hasMessageStartingWith("is no JSONata");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$now()",
        "$millis()",
        "$random()",
        "$shuffle([1,2])",
        "$eval(\"1\")",
        "($__evaluate_entry := 1; 2)"
      })
  void shouldRefuseWhatMakesAMappingDependOnAnythingElse(String expression) {
    assertThatThrownBy(() -> Mapping.of(expression))
        .isInstanceOf(MappingException.class)
        .hasMessageContaining("is not available");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // loops
        "($f := function($n){$f($n + 1)}; $f(0))",
        "($f := function($n){$n = 0 ? 0 : 1 + $f($n + 1)}; $f(1))",
        "$map([1..10000], function($a){$map([1..10000], function($b){$a * $b})})",
        // memory
        "($f := function($s){$f($s & $s)}; $f(\"x\"))",
        "($f := function($l){$f($append($l, $l))}; $f([1,2]))",
        "[1..10000000]",
        "[1..10000].[1..10000]",
        "$join([1..10000].$$.long, $$.long)",
        "$replace($$.long, \"x\", $$.long)",
        "[1..10000].$uppercase($$.long)",
        "$pad(\"x\", 1000000000)",
        "$formatNumber(1, \"000000000000000000000000000000000000\")",
        // small, and endless when it is written out
        "($d := function($n, $v){$n = 0 ? $v : $d($n - 1, [[$v], [$v]])}; $d(40, \"x\"))",
        "($d := function($n, $v){$n = 0 ? $v : $d($n - 1, {\"a\": $v, \"b\": $v})}; $string($d(40, \"x\")))",
        // a pattern that takes for ever on some texts
        "$match($$.long & \"!\", /(x+x+)+y/)",
        "/(x+x+)+y/($$.long)",
        "$contains($$.long, /(x|x)*y/)",
      })
  void shouldStopWhatLoopsOrExhaustsMemory(String expression) {
    String input = "{\"long\": \"" + "x".repeat(100_000) + "\"}";

    assertThatThrownBy(() -> map(expression, input))
        .isInstanceOf(MappingException.class)
        .message()
        .matches("(?s).*(was stopped|is not available).*");
    assertThat(map("\"still works\"", "{}")).isEqualTo(json("\"still works\""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$number(name)",
        "$error(name)",
        "name + 1",
        "$substring(name, name)",
        "name()",
        "($f := name; $f())",
        "1 ~> name()",
        "$map([1], name)",
        "$encodeUrl(name)",
        "$foo(name)",
        "$fromMillis(name)",
        "$toMillis(name, \"[Y0001]\")",
        "$sum(name)"
      })
  void shouldNeverQuoteAValueNorPrintOne(String expression) {
    PrintStream console = System.out;
    PrintStream errors = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, UTF_8));
    System.setErr(System.out);
    try {
      map(expression, "{\"name\": \"secret\"}");
    } catch (MappingException e) {
      assertThat(e).hasMessageNotContaining("secret").hasNoCause();
    } finally {
      System.setOut(console);
      System.setErr(errors);
    }
    assertThat(printed.toString(UTF_8)).doesNotContain("secret");
  }

  @Test
  void shouldRefuseAResultThatIsAFunction() {
    assertThatThrownBy(() -> map("{\"a\": $uppercase}", "{}"))
        .isInstanceOf(MappingException.class)
        .hasMessageContaining("function");
  }

  @Test
  void shouldRefuseAMessageThatIsNestedTooDeeply() {
    assertThatThrownBy(() -> map("a", "[".repeat(500) + "]".repeat(500)))
        .isInstanceOf(MappingException.class)
        .hasMessageContaining("nested too deeply");
  }

  @Test
  void shouldKeepEvaluationsApart() {
    Mapping mapping = Mapping.of("($x := id; {\"a\": $x, \"b\": $$.id})");
    List<CompletableFuture<JsonNode>> results =
        IntStream.range(0, 200)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () ->
                            threads.apply(
                                mapping, json("{\"id\": " + i + "}"), IllegalStateException::new)))
            .toList();

    for (int i = 0; i < results.size(); i++) {
      assertThat(results.get(i).join()).hasToString("{\"a\":%1$d,\"b\":%1$d}".formatted(i));
    }
  }

  private JsonNode map(String expression, String input) {
    return json(
        threads.apply(Mapping.of(expression), json(input), IllegalStateException::new).toString());
  }

  private static JsonNode json(String text) {
    try {
      return new JsonMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
