package org.okno.http;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.okno.contracts.Codes;

/** Query parameters of types that can be malformed: a 400 that names the parameter. */
@Provider
public final class QueryConverters implements ParamConverterProvider {
  private static final Map<Class<?>, Converter<?>> CONVERTERS =
      Map.of(
          LocalDate.class,
          new Converter<>(QueryConverters::day, "expected a calendar day such as 2026-08-31", ""),
          UUID.class,
          new Converter<>(
              UUID::fromString, "expected an id such as 019cad30-059a-7af4-81d1-a98c6b9634a2", ""),
          Boolean.class,
          new Converter<>(QueryConverters::yesOrNo, "expected true or false", ""));

  @Override
  @SuppressWarnings({"unchecked", "NullAway"}) // by the key of the map; null means: not ours
  public <T> @Nullable ParamConverter<T> getConverter(
      Class<T> type, Type genericType, Annotation[] annotations) {
    Converter<?> converter = type.isEnum() ? codes(type) : CONVERTERS.get(type);
    return converter == null
        ? null
        : queryParameter(annotations)
            .map(name -> (ParamConverter<T>) converter.named(name))
            .orElse(null);
  }

  private static Optional<String> queryParameter(Annotation[] annotations) {
    return Arrays.stream(annotations)
        .filter(QueryParam.class::isInstance)
        .map(annotation -> ((QueryParam) annotation).value())
        .findFirst();
  }

  private static <E> Converter<E> codes(Class<E> type) {
    return new Converter<>(
        code -> Codes.constant(type, code), "expected one of " + Codes.list(type), "");
  }

  private static Boolean yesOrNo(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("neither true nor false");
    };
  }

  static LocalDate day(String text) {
    LocalDate day = LocalDate.parse(text);
    requireYear(day.getYear());
    return day;
  }

  /** A year with four digits: every database knows it. */
  static void requireYear(int year) {
    if (year < 1 || year > 9999) {
      throw new IllegalArgumentException("year");
    }
  }

  private record Converter<T>(Function<String, T> parse, String expected, String name)
      implements ParamConverter<T> {

    Converter<T> named(String parameter) {
      return new Converter<>(parse, expected, parameter);
    }

    @Override
    @SuppressWarnings("NullAway") // an empty parameter is no parameter
    public @Nullable T fromString(String text) {
      if (text == null || text.isEmpty()) {
        return null;
      }
      try {
        return parse.apply(text);
      } catch (DateTimeException | IllegalArgumentException e) {
        throw Problem.invalid("query:" + name, expected).asException();
      }
    }

    @Override
    public String toString(T value) {
      return value.toString();
    }
  }
}
