/** The decision on each questionnaire, exactly once: one Kafka transaction with its offset. */
@NullMarked
package org.okno.routing.decision;

import org.jspecify.annotations.NullMarked;
