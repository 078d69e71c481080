/** How long the stack takes to start, and what its processes weigh at rest. */
@NullMarked
package org.okno.bench.start;

import org.jspecify.annotations.NullMarked;
