package org.okno.analytics.summary;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.WriteBufferManager;

/**
 * One memory for all stores of the process. By default each of some thirty stores may take 100 MB
 * outside the heap.
 */
public final class BoundedMemory implements RocksDBConfigSetter {
  private static final long ALL_BYTES = 64L << 20;
  private static final long WRITE_BYTES = 32L << 20;
  private static final long BUFFER_BYTES = 4L << 20;

  /** RocksDB frees it with the process. */
  private static final class Shared {
    static final Cache CACHE = new LRUCache(ALL_BYTES);
    static final WriteBufferManager BUFFERS = new WriteBufferManager(WRITE_BYTES, CACHE);
  }

  @Override
  public void setConfig(String storeName, Options options, Map<String, Object> configs) {
    BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
    table.setBlockCache(Shared.CACHE);
    table.setCacheIndexAndFilterBlocks(true);
    options.setWriteBufferManager(Shared.BUFFERS);
    options.setWriteBufferSize(BUFFER_BYTES);
    options.setTableFormatConfig(table);
  }

  @Override
  public void close(String storeName, Options options) {
    // The cache and the buffers are the other stores' too.
  }
}
