/** Hostile inputs to every endpoint, made from the OpenAPI documents. */
@NullMarked
package org.okno.bench.hostile;

import org.jspecify.annotations.NullMarked;
