/** Okno's events as CloudEvents 1.0 in Kafka binary mode. */
@NullMarked
package org.okno.cloudevents;

import org.jspecify.annotations.NullMarked;
