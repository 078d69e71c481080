package org.okno.intake.mapping;

import com.dashjoin.jsonata.Jsonata.JFunction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSONata's functions whose work their arguments' size does not bound: replaced, or refused. */
final class BoundedFunctions {
  private static final int MAX = MappingBounds.STANDARD.size();

  // The length of some results is in a number or a picture, and not in the arguments' size; others
  // print what they cannot read to the console.
  private static final List<String> UNAVAILABLE =
      List.of(
          "pad",
          "formatNumber",
          "formatInteger",
          "formatBase",
          "clone",
          "base64encode",
          "base64decode",
          "encodeUrl",
          "encodeUrlComponent",
          "decodeUrl",
          "decodeUrlComponent");

  /** By their names. */
  static final Map<String, JFunction> ALL = all();

  private BoundedFunctions() {}

  private static Map<String, JFunction> all() {
    Map<String, JFunction> functions = new HashMap<>();
    functions.put("join", new JFunction((input, arguments) -> join(arguments), "<a<s>s?:s>"));
    functions.put("replace", new JFunction((input, arguments) -> replace(arguments), "<s-ssn?:s>"));
    UNAVAILABLE.forEach(
        name ->
            functions.put(
                name, new JFunction((input, arguments) -> unavailable(name), "<x-x?x?:x>")));
    return Map.copyOf(functions);
  }

  private static @Nullable Object join(List<?> arguments) {
    if (!(arguments.getFirst() instanceof List<?> texts)) {
      return null;
    }
    String separator = arguments.size() > 1 && arguments.get(1) instanceof String text ? text : "";
    List<String> parts = texts.stream().map(String::valueOf).toList();
    requireBounded(
        (long) separator.length() * parts.size() + parts.stream().mapToLong(String::length).sum());
    return String.join(separator, parts);
  }

  private static @Nullable Object replace(List<?> arguments) {
    if (!(arguments.get(0) instanceof String text)
        || !(arguments.get(1) instanceof String part)
        || !(arguments.get(2) instanceof String replacement)
        || part.isEmpty()) {
      return arguments.get(0);
    }
    requireBounded((long) (text.length() / part.length()) * replacement.length() + text.length());
    return text.replace(part, replacement);
  }

  private static void requireBounded(long size) {
    if (size > MAX) {
      throw MappingException.tooLarge();
    }
  }

  private static Object unavailable(String name) {
    throw new MappingException("uses $%s, which is not available".formatted(name));
  }
}
