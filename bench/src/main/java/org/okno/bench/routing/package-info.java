/** How well suggestions fit requests that were not learned from: labels, agencies, abstention. */
@NullMarked
package org.okno.bench.routing;

import org.jspecify.annotations.NullMarked;
