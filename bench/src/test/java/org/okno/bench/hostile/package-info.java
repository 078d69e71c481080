@NullMarked
package org.okno.bench.hostile;

import org.jspecify.annotations.NullMarked;
