/** A single Kafka broker in KRaft mode, and the topics of Okno on it. */
@NullMarked
package org.okno.engines.kafka;

import org.jspecify.annotations.NullMarked;
