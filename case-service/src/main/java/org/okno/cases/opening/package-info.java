/** Opens one case a request from the decisions of routing, and applies later decisions to it. */
@NullMarked
package org.okno.cases.opening;

import org.jspecify.annotations.NullMarked;
