package org.okno.analytics.reconciliation;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The proof that nothing was lost: every need that was received was given to an agency or waits in
 * triage.
 *
 * @param requests requests that were received
 * @param received needs that were received
 * @param routed needs that agencies were given
 * @param inTriage needs that wait for a dispatcher now
 * @param balanced whether {@code received} is {@code routed} and {@code inTriage} together
 * @param settled whether all that came in by now is in these numbers; while it is not, they may be
 *     on their way to balance
 * @param lag records not yet counted or read, by topic, at most; null while the broker does not
 *     answer
 */
public record Reconciliation(
    long requests,
    long received,
    long routed,
    long inTriage,
    boolean balanced,
    boolean settled,
    @Nullable Map<String, Long> lag) {}
