@NullMarked
package org.okno.bench.stack;

import org.jspecify.annotations.NullMarked;
