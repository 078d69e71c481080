/** A whole stack for one measurement: its parts, its codes, what it has stored. */
@NullMarked
package org.okno.bench.region;

import org.jspecify.annotations.NullMarked;
