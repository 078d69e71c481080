package org.okno.sql;

import java.sql.Types;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;

/**
 * Binds {@code byte[][]} as {@code bytea[]}: Jdbi's own arrays hold objects, the driver wants
 * bytes.
 */
final class ByteArrays extends AbstractArgumentFactory<byte[][]> {
  ByteArrays() {
    super(Types.ARRAY);
  }

  @Override
  protected Argument build(byte[][] values, ConfigRegistry config) {
    return (position, statement, context) ->
        statement.setArray(position, statement.getConnection().createArrayOf("bytea", values));
  }
}
