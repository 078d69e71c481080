/** A table and plots from the result files. */
@NullMarked
package org.okno.bench.report;

import org.jspecify.annotations.NullMarked;
