/**
 * Anti-entropy: whatever lost an event on its way from the journal to Kafka, it is published again.
 */
@NullMarked
package org.okno.messaging.audit;

import org.jspecify.annotations.NullMarked;
