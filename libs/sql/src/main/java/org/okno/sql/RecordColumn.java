package org.okno.sql;

import static java.util.Objects.requireNonNull;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.argument.Argument;
import org.jspecify.annotations.Nullable;

/**
 * A component of a record as a column of its table.
 *
 * @param name in snake case
 * @param type PostgreSQL's name of the type
 */
record RecordColumn(String name, String type, Method accessor) {
  private static final String TEXTS = "text[]";

  private static final Map<Class<?>, String> TYPES =
      Map.ofEntries(
          Map.entry(UUID.class, "uuid"),
          Map.entry(String.class, "text"),
          Map.entry(int.class, "int4"),
          Map.entry(Integer.class, "int4"),
          Map.entry(long.class, "int8"),
          Map.entry(Long.class, "int8"),
          Map.entry(double.class, "float8"),
          Map.entry(Double.class, "float8"),
          Map.entry(boolean.class, "bool"),
          Map.entry(Instant.class, "timestamptz"),
          Map.entry(LocalDate.class, "date"),
          Map.entry(byte[].class, "bytea"),
          Map.entry(JsonText.class, "jsonb"),
          Map.entry(List.class, TEXTS));

  private static final ClassValue<List<RecordColumn>> COLUMNS =
      new ClassValue<>() {
        @Override
        protected List<RecordColumn> computeValue(Class<?> type) {
          return Arrays.stream(type.getRecordComponents()).map(RecordColumn::of).toList();
        }
      };

  /** The columns of a record type, in the order of its components. */
  static List<RecordColumn> of(Class<? extends Record> type) {
    return COLUMNS.get(type);
  }

  private static RecordColumn of(RecordComponent component) {
    String type =
        requireNonNull(TYPES.get(component.getType()), () -> "no column type for " + component);
    Method accessor = component.getAccessor();
    accessor.setAccessible(true);
    return new RecordColumn(named(component), type, accessor);
  }

  /** The column of a component: {@code requestedAt} is {@code requested_at}. */
  static String named(RecordComponent component) {
    return component.getName().replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
  }

  /** The parameter that takes one value of the column. */
  String singleParameter() {
    return "cast(:%s as %s)".formatted(name, type);
  }

  /** The parameter that takes all values of the column. */
  String parameter() {
    return "cast(:%s as %s[])".formatted(name, type.equals(TEXTS) ? "text" : type);
  }

  /** What makes a value of the column of an element: arrays cannot be elements of arrays. */
  String selected() {
    return type.equals(TEXTS) ? name + "::text[]" : name;
  }

  /** The values of these rows. */
  Argument argument(List<? extends Record> rows) {
    return (position, statement, context) ->
        statement.setArray(
            position, statement.getConnection().createArrayOf(elementType(), values(rows)));
  }

  /** The value of this row. */
  Argument argument(Record row) {
    return (position, statement, context) -> statement.setObject(position, value(row));
  }

  /** The driver writes these element types; the others are cast from text. */
  private String elementType() {
    return switch (type) {
      case "timestamptz", "date", "jsonb", TEXTS -> "text";
      default -> type;
    };
  }

  private @Nullable Object[] values(List<? extends Record> rows) {
    @Nullable Object[] values =
        type.equals("bytea") ? new byte[rows.size()][] : new Object[rows.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(rows.get(i));
    }
    return values;
  }

  /** The value of a row, as an element of the array. */
  @Nullable Object value(Record row) {
    try {
      return switch (accessor.invoke(row)) {
        case null -> null;
        case Instant time -> time.toString();
        case LocalDate date -> date.toString();
        case JsonText json -> json.value();
        case List<?> texts -> literal(texts);
        case Object other -> other;
      };
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("component " + name + " of " + row.getClass(), e);
    }
  }

  /** An array as text (PostgreSQL documentation, 8.15.2). */
  private static String literal(List<?> texts) {
    return texts.stream()
        .map(text -> "\"" + text.toString().replace("\\", "\\\\").replace("\"", "\\\"") + "\"")
        .collect(Collectors.joining(",", "{", "}"));
  }
}
