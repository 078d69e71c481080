/**
 * A recount from the beginning of the topics takes the place of the summary when it has caught up.
 */
@NullMarked
package org.okno.analytics.recount;

import org.jspecify.annotations.NullMarked;
