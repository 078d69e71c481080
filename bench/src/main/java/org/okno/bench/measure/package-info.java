/** What every measurement needs: runs and their spread, latencies, the machine, result files. */
@NullMarked
package org.okno.bench.measure;

import org.jspecify.annotations.NullMarked;
