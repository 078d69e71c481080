package org.okno.engines.postgres;

/**
 * A replication slot.
 *
 * @param lost whether the server has removed log that its reader needs
 * @param keptBytes of log that the server keeps for its reader
 */
public record ReplicationSlot(String name, boolean lost, long keptBytes) {

  static final String QUERY =
      """
      select slot_name, coalesce(wal_status = 'lost', false),
             coalesce(pg_wal_lsn_diff(pg_current_wal_lsn(), restart_lsn), 0)::bigint
      from pg_replication_slots order by slot_name
      """;
}
