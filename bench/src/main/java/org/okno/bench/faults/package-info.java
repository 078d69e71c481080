/** Kills by a seed while requests keep coming, and the ledger afterwards. */
@NullMarked
package org.okno.bench.faults;

import org.jspecify.annotations.NullMarked;
