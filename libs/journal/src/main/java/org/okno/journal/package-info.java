/**
 * The append-only journal, which is itself the outbox, and the inbox that lets each event have its
 * effect once.
 */
@NullMarked
package org.okno.journal;

import org.jspecify.annotations.NullMarked;
