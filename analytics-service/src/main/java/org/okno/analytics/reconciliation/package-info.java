/**
 * Proof that nothing was lost: what was received equals what was routed, what waits in triage and
 * what was withdrawn there.
 */
@NullMarked
package org.okno.analytics.reconciliation;

import org.jspecify.annotations.NullMarked;
