@NullMarked
package org.okno.bench.load;

import org.jspecify.annotations.NullMarked;
