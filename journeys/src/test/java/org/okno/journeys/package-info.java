/** Whole journeys through the real flow. */
@NullMarked
package org.okno.journeys;

import org.jspecify.annotations.NullMarked;
