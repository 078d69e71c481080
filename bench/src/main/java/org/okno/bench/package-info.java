/** {@code ./okno bench}: speed, faults and the cost of growth, one command each. */
@NullMarked
package org.okno.bench;

import org.jspecify.annotations.NullMarked;
