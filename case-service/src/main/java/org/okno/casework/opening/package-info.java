/** Opens one case a request from the decisions of routing, and gives later decisions to it. */
@NullMarked
package org.okno.casework.opening;

import org.jspecify.annotations.NullMarked;
