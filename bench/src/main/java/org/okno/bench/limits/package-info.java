/**
 * What the engines can do without Okno, so that Okno's figures have something to be held against.
 */
@NullMarked
package org.okno.bench.limits;

import org.jspecify.annotations.NullMarked;
