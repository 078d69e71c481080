/** Facts become the daily summary: Kafka Streams, exactly once, by event time. */
@NullMarked
package org.okno.analytics.summary;

import org.jspecify.annotations.NullMarked;
