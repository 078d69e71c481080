/** The same work with more and more stored cases. */
@NullMarked
package org.okno.bench.grow;

import org.jspecify.annotations.NullMarked;
