/** Events become facts: what is counted, in which row, on which day. */
@NullMarked
package org.okno.analytics.facts;

import org.jspecify.annotations.NullMarked;
