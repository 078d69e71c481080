/** How fast cases come back from the topics. */
@NullMarked
package org.okno.bench.rebuild;

import org.jspecify.annotations.NullMarked;
