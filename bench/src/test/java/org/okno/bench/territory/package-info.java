@NullMarked
package org.okno.bench.territory;

import org.jspecify.annotations.NullMarked;
