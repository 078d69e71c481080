package org.okno.sql;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * Makes a record of a row. The component {@code requestedAt} is read from the column {@code
 * requested_at}; a component that is a record itself from further columns of the same row, and is
 * null where all of those are null. The types are those of {@link RecordColumn}.
 */
final class RecordRowMapper implements RowMapper<Object> {
  private static final Map<Class<?>, ColumnReader> READERS =
      Map.ofEntries(
          Map.entry(UUID.class, (row, column) -> row.getObject(column, UUID.class)),
          Map.entry(String.class, ResultSet::getString),
          Map.entry(int.class, ResultSet::getInt),
          Map.entry(Integer.class, (row, column) -> row.getObject(column, Integer.class)),
          Map.entry(long.class, ResultSet::getLong),
          Map.entry(Long.class, (row, column) -> row.getObject(column, Long.class)),
          Map.entry(double.class, ResultSet::getDouble),
          Map.entry(Double.class, (row, column) -> row.getObject(column, Double.class)),
          Map.entry(boolean.class, ResultSet::getBoolean),
          Map.entry(Instant.class, RecordRowMapper::instant),
          Map.entry(LocalDate.class, (row, column) -> row.getObject(column, LocalDate.class)),
          Map.entry(byte[].class, ResultSet::getBytes),
          Map.entry(JsonText.class, RecordRowMapper::json),
          Map.entry(List.class, RecordRowMapper::texts));

  private final Constructor<?> constructor;
  private final List<ComponentReader> components;

  private RecordRowMapper(Constructor<?> constructor, List<ComponentReader> components) {
    this.constructor = constructor;
    this.components = components;
  }

  @FunctionalInterface
  private interface ColumnReader {
    @Nullable Object read(ResultSet row, String column) throws SQLException;
  }

  @FunctionalInterface
  private interface ComponentReader {
    @Nullable Object read(ResultSet row) throws SQLException;
  }

  static RecordRowMapper of(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    try {
      Constructor<?> constructor =
          type.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      constructor.setAccessible(true);
      return new RecordRowMapper(
          constructor, Arrays.stream(components).map(RecordRowMapper::reader).toList());
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("a record without its constructor: " + type, e);
    }
  }

  private static ComponentReader reader(RecordComponent component) {
    Class<?> type = component.getType();
    ColumnReader reader = READERS.get(type);
    if (reader != null) {
      String column = RecordColumn.named(component);
      return row -> reader.read(row, column);
    }
    if (type.isRecord()) {
      return of(type)::nested;
    }
    throw new IllegalStateException("no column type for " + component);
  }

  @Override
  public Object map(ResultSet row, StatementContext context) throws SQLException {
    return create(values(row));
  }

  private @Nullable Object nested(ResultSet row) throws SQLException {
    @Nullable Object[] values = values(row);
    return Arrays.stream(values).allMatch(Objects::isNull) ? null : create(values);
  }

  private @Nullable Object[] values(ResultSet row) throws SQLException {
    @Nullable Object[] values = new Object[components.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = components.get(i).read(row);
    }
    return values;
  }

  private Object create(@Nullable Object[] values) {
    try {
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      // Its cause may quote a row.
      throw new IllegalStateException("a row does not fit " + constructor.getDeclaringClass());
    }
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  private static @Nullable JsonText json(ResultSet row, String column) throws SQLException {
    String text = row.getString(column);
    return text == null ? null : new JsonText(text);
  }

  private static @Nullable List<String> texts(ResultSet row, String column) throws SQLException {
    Array array = row.getArray(column);
    return array == null ? null : List.of((String[]) array.getArray());
  }
}
