/** What staff read: one case with its history, all cases, the queue of an agency, counts. */
@NullMarked
package org.okno.cases.queues;

import org.jspecify.annotations.NullMarked;
