/**
 * Proof that nothing was lost: what was received equals what was routed and what waits in triage.
 */
@NullMarked
package org.okno.analytics.reconciliation;

import org.jspecify.annotations.NullMarked;
