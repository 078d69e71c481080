/** How long the stack takes to start, and how much memory its processes have at rest. */
@NullMarked
package org.okno.bench.start;

import org.jspecify.annotations.NullMarked;
