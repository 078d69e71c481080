@NullMarked
package org.okno.bench.faults;

import org.jspecify.annotations.NullMarked;
