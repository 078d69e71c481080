/** Finds the agency for each need of a request and says why. */
@NullMarked
package org.okno.routing;

import org.jspecify.annotations.NullMarked;
