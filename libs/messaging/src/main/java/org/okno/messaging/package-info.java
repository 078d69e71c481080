/**
 * Events from one service to another: CloudEvents in Kafka binary mode, the journal (which is
 * itself the outbox), the inbox, and delivery from Kafka into the database.
 */
@NullMarked
package org.okno.messaging;

import org.jspecify.annotations.NullMarked;
