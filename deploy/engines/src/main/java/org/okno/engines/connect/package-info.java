/** Kafka Connect with Debezium, and the connectors of Okno in it. */
@NullMarked
package org.okno.engines.connect;

import org.jspecify.annotations.NullMarked;
