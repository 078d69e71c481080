/** Requests against a whole stack: highest rate, latency at a fixed rate, lifecycles, spikes. */
@NullMarked
package org.okno.bench.load;

import org.jspecify.annotations.NullMarked;
