package org.okno.sql;

import java.lang.reflect.Type;
import java.util.Optional;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.generic.GenericTypes;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.RowMapperFactory;

/**
 * Maps a row to any record by the names of its components. Jdbi's own mapper works out constructor,
 * columns and column mappers again at each query, which costs more than the query.
 */
final class RecordRows implements RowMapperFactory {
  private static final ClassValue<RecordRowMapper> MAPPERS =
      new ClassValue<>() {
        @Override
        protected RecordRowMapper computeValue(Class<?> type) {
          return RecordRowMapper.of(type);
        }
      };

  @Override
  public Optional<RowMapper<?>> build(Type type, ConfigRegistry config) {
    Class<?> erased = GenericTypes.getErasedType(type);
    return erased.isRecord() && erased != JsonText.class
        ? Optional.of(MAPPERS.get(erased))
        : Optional.empty();
  }
}
