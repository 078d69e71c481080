/** A whole stack for one measurement: its parts, sample requests, adapters, what it has stored. */
@NullMarked
package org.okno.bench.stack;

import org.jspecify.annotations.NullMarked;
