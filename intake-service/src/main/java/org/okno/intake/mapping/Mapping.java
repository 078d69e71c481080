package org.okno.intake.mapping;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A JSONata expression that makes one JSON document of another. It is a function of its input
 * alone: the same message sent again must make the same questionnaire.
 *
 * <p>Evaluations share nothing and may run at the same time. {@link MappingThreads} runs them.
 */
public final class Mapping {
  /** Longest expression, in characters. */
  public static final int MAX_LENGTH = 32_768;

  // Their result differs from call to call, or they evaluate what nobody has checked.
  private static final Set<String> REFUSED = Set.of("now", "millis", "random", "shuffle", "eval");
  private static final Pattern VARIABLE = Pattern.compile("\\$([A-Za-z_]\\w*)");

  // The library looks its own callbacks up by names that an expression could bind.
  private static final String RESERVED = "__";

  private final Jsonata expression;

  private Mapping(Jsonata expression) {
    this.expression = expression;
  }

  /**
   * The mapping of an expression.
   *
   * @throws MappingException where it is no JSONata, too long, or names a function that is refused
   */
  public static Mapping of(String expression) {
    if (expression.length() > MAX_LENGTH) {
      throw new MappingException("is longer than " + MAX_LENGTH + " characters");
    }
    Matcher variables = VARIABLE.matcher(expression);
    while (variables.find()) {
      String name = variables.group(1);
      if (REFUSED.contains(name) || name.startsWith(RESERVED)) {
        throw new MappingException(
            "$%s is not available: a mapping depends on its message alone".formatted(name));
      }
    }
    try {
      return new Mapping(Jsonata.jsonata(expression));
    } catch (JException e) {
      throw new MappingException("is no JSONata: " + MappingException.where(e));
    } catch (StackOverflowError e) {
      throw new MappingException("is nested too deeply");
    } catch (RuntimeException e) { // its parser was not made for whatever people type
      throw new MappingException("is no JSONata");
    }
  }

  /**
   * What the mapping makes of a document, evaluated by the thread that calls.
   *
   * @throws MappingException where it fails, or is stopped at one of the bounds
   */
  JsonNode apply(JsonNode input, MappingBounds bounds) {
    Object plain = JsonValues.plain(input, bounds);
    Evaluation evaluation = new Evaluation(bounds);
    try {
      return JsonValues.json(expression.evaluate(plain, evaluation.frame()), bounds);
    } catch (MappingException e) {
      throw e;
    } catch (JException e) {
      throw new MappingException("failed: " + MappingException.where(e));
    } catch (StackOverflowError e) {
      throw new MappingException("was stopped: it calls itself too deeply");
    } catch (RuntimeException e) { // such as a text where the library expects a number
      throw MappingException.causedBy(e);
    }
  }
}
